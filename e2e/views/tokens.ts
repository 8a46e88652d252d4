import type { Locator, Page } from '@playwright/test'

/** The tokens of a sign-in, beside its timeline. */
export class Tokens {
  readonly region: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Tokens of this sign-in' })
  }

  token(name: 'Id token' | 'Access token' | 'Refresh token'): Locator {
    return this.region.getByRole('article', { name })
  }

  /** What is said of a claim: its value, its reading and its meaning. */
  claim(token: 'Id token' | 'Access token', name: string): Locator {
    return this.token(token)
      .getByRole('definition')
      .and(
        this.token(token)
          .getByRole('term')
          .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
          .locator('xpath=following-sibling::dd[1]'),
      )
  }

  async refresh(): Promise<void> {
    await this.region.getByRole('button', { name: 'Refresh' }).click()
  }
}
