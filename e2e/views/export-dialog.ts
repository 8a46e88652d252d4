import type { Locator, Page } from '@playwright/test'

/** The dialog in which a trace is saved. */
export class ExportDialog {
  readonly #page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: 'Export the trace' })
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+E')
    await this.dialog.waitFor()
  }

  async choose(format: 'HAR 1.2' | 'Authscope JSON', content: 'Redacted' | 'With secrets') {
    await this.dialog.getByLabel('Format').selectOption({ label: format })
    await this.dialog.getByRole('radio', { name: content }).check()
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save…' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
