import type { Locator, Page } from '@playwright/test'

/** The practice pool with its users and its outbox. */
export class PracticeView {
  readonly main: Locator
  readonly outbox: Locator

  constructor(page: Page) {
    this.main = page.getByRole('main', { name: 'Practice pool' })
    this.outbox = this.main.getByRole('region', { name: 'Outbox' })
  }

  async signInAs(username: string): Promise<void> {
    await this.main.getByRole('button', { name: `Sign in as ${username}`, exact: true }).click()
  }
}
