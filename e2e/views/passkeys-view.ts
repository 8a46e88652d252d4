import { expect, type Locator, type Page } from '@playwright/test'

/** The passkeys of a profile. */
export class PasskeysView {
  readonly #page: Page
  readonly panel: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.panel = page.getByRole('region', { name: 'Passkeys' })
    this.dialog = page.getByRole('dialog')
  }

  /** A passkey's row by its name. */
  row(name: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: `Actions for “${name}”` }) })
  }

  /** Opens the form of a registration, and names the passkey. */
  async begin(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Register a passkey…' }).first().click()
    await this.dialog.getByLabel('Name').fill(name)
  }

  async register(name: string): Promise<void> {
    await this.begin(name)
    await this.dialog.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(this.dialog).toBeHidden()
    await expect(this.row(name)).toContainText('here and in Cognito')
  }

  /** Chooses in the menu of a passkey. */
  async act(name: string, what: string): Promise<void> {
    await this.row(name).getByRole('button').click()
    await this.#page.getByRole('menuitem', { name: what }).click()
  }

  async use(label: string | RegExp): Promise<void> {
    const list = this.panel.getByLabel('Passkey', { exact: true })
    const option = list.getByRole('option', { name: label })
    await list.selectOption({ label: (await option.textContent())?.trim() ?? '' })
  }

  async verification(label: string): Promise<void> {
    await this.panel.getByLabel('User verification').selectOption({ label })
  }
}
