import type { Locator, Page } from '@playwright/test'

/** The question of the first start. */
export class ConsentDialog {
  readonly #page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: 'Where should secrets be stored?' })
  }

  /** Whether the question is put, once the window knows where secrets can be kept. */
  async isPending(): Promise<boolean> {
    await this.#page.getByText(/^Secrets (encrypted|in memory)/).waitFor()
    return this.dialog.isVisible()
  }

  async storeEncrypted(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Store encrypted' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async memoryOnly(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Memory only' }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
