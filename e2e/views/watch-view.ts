import type { Locator, Page } from '@playwright/test'

/** The watch: its endpoint, the lines for clients, and the sign-ins that it has seen. */
export class WatchView {
  readonly startButton: Locator
  readonly stopButton: Locator
  readonly side: Locator
  readonly lines: Locator
  readonly chains: Locator
  readonly faults: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.startButton = page.getByRole('button', { name: 'Start watching' })
    this.side = page.getByRole('region', { name: 'Watch', exact: true })
    this.stopButton = this.side.getByRole('button', { name: 'Stop' })
    this.lines = page.getByRole('region', { name: 'Connect a client' })
    this.chains = page.getByRole('list', { name: 'Watched sign-ins' })
    this.faults = page.getByRole('region', { name: 'Fault injection' })
  }

  /** Where the endpoint is. */
  async url(): Promise<string> {
    return (await this.side.getByRole('code').textContent()) ?? ''
  }

  /** The line of a chain. */
  chain(username: string): Locator {
    return this.chains.getByRole('button', { name: new RegExp(`^${username}`) })
  }

  async showSetup(): Promise<void> {
    await this.side.getByRole('button', { name: 'Connect a client' }).click()
  }

  async chooseClient(title: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Client' }).selectOption(title)
  }
}
