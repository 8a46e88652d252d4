import type { Locator, Page } from '@playwright/test'

/** The right pane: the request as it would be sent, the selected step taken apart, the tokens. */
export class Inspector {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async show(tab: 'Request preview' | 'Selected step' | 'Tokens'): Promise<void> {
    await this.#page
      .getByRole('tablist', { name: 'Right pane' })
      .getByRole('tab', { name: tab })
      .click()
  }

  /** One side of the selected step: `Explain`, `Request`, `Response`, `Headers`, `Timing`, `SRP`. */
  async open(tab: string): Promise<Locator> {
    await this.show('Selected step')
    await this.#page
      .getByRole('tablist', { name: 'Inspector' })
      .getByRole('tab', { name: tab })
      .click()
    return this.#page.getByRole('tabpanel', { name: tab, exact: true })
  }
}
