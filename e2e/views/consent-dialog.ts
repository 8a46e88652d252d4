import type { Locator, Page } from '@playwright/test'

/** The question of the first start. */
export class ConsentDialog {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Where may secrets be kept?' })
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
