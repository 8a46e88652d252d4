import { expect, type Locator, type Page } from '@playwright/test'

/** The remembered devices of a profile. */
export class DevicesView {
  readonly #page: Page
  readonly panel: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.panel = page.getByRole('region', { name: 'Devices' })
    this.dialog = page.getByRole('dialog')
  }

  /** A device's row by its name. */
  row(name: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: `Actions for “${name}”` }) })
  }

  /** Chooses in the menu of a device. */
  async act(name: string, what: string): Promise<void> {
    await this.row(name).getByRole('button').click()
    await this.#page.getByRole('menuitem', { name: what, exact: true }).click()
  }

  async compare(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Compare with Cognito' }).click()
  }

  async rename(name: string, to: string): Promise<void> {
    await this.act(name, 'Rename…')
    await this.dialog.getByLabel('Name').fill(to)
    await this.dialog.getByRole('button', { name: 'Rename' }).click()
    await expect(this.row(to)).toBeVisible()
  }

  async forget(name: string): Promise<void> {
    await this.act(name, 'Forget in Cognito…')
    await this.dialog.getByRole('button', { name: 'Forget in Cognito' }).click()
    await expect(this.dialog).toBeHidden()
  }
}
