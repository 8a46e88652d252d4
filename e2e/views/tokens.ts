import { expect, type Locator, type Page } from '@playwright/test'

/** The tokens of a sign-in, next to its timeline. */
export class Tokens {
  readonly #page: Page
  readonly region: Locator

  constructor(page: Page) {
    this.#page = page
    this.region = page.getByRole('region', { name: 'Tokens of this sign-in' })
  }

  token(name: 'ID token' | 'Access token' | 'Refresh token'): Locator {
    return this.region.getByRole('article', { name })
  }

  /** Expects the signatures to be checked and right. */
  async toBeChecked(): Promise<void> {
    for (const name of ['ID token', 'Access token'] as const)
      await expect(this.token(name)).toContainText('Signature valid')
  }

  /** Every claim of a token in the order shown, with what it means. */
  async claims(
    token: 'ID token' | 'Access token',
  ): Promise<
    readonly { readonly name: string; readonly value: string; readonly meaning: string }[]
  > {
    await this.region.getByRole('checkbox', { name: 'Explain each claim' }).check()
    const names = await this.token(token).getByRole('term').allInnerTexts()
    const texts = await this.token(token).getByRole('definition').allInnerTexts()
    return names.map((name, index) => {
      const [value = '', ...rest] = (texts[index] ?? '').split('\n').filter((line) => line !== '')
      return { name: name.trim(), value, meaning: rest.join('; ') }
    })
  }

  /** What is said of a claim: its value, its reading and its meaning. */
  claim(token: 'ID token' | 'Access token', name: string): Locator {
    return this.token(token)
      .getByRole('definition')
      .and(
        this.token(token)
          .getByRole('term')
          .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
          .locator('xpath=following-sibling::dd[1]'),
      )
  }

  /** Has the text of a token shown, and gives it. */
  async reveal(token: 'ID token' | 'Access token' | 'Refresh token'): Promise<string> {
    await this.token(token)
      .getByRole('button', { name: /^Secret: / })
      .click()
    const popover = this.#page.getByRole('dialog', { name: 'Secret' })
    await popover.getByRole('button', { name: 'Reveal' }).click()
    const text = await popover.getByLabel('Revealed value').inputValue()
    await this.#page.keyboard.press('Escape')
    await popover.waitFor({ state: 'hidden' })
    return text
  }

  async refresh(): Promise<void> {
    await this.region.getByRole('button', { name: 'Refresh', exact: true }).click()
  }
}
