import type { Locator, Page } from '@playwright/test'

/** The runs of before, newest first. */
export class HistoryView {
  readonly list: Locator

  constructor(page: Page) {
    this.list = page.getByRole('region', { name: 'Earlier runs' })
  }

  /** Opens the newest run of a user. */
  async open(username: string): Promise<void> {
    const row = this.list.getByRole('button', { name: new RegExp(`^${username} `) }).first()
    await row.click()
  }
}
