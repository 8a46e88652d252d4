import type { Locator, Page } from '@playwright/test'

/** The practice pool with its users and its outbox. */
export class PracticeView {
  readonly main: Locator
  readonly outbox: Locator
  readonly faults: Locator
  readonly active: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.main = page.getByRole('main', { name: 'Practice pool' })
    this.outbox = this.main.getByRole('region', { name: 'Outbox' })
    this.faults = this.main.getByRole('region', { name: 'Fault injection' })
    this.active = this.main.getByRole('status', { name: 'Active faults' })
  }

  async signInAs(username: string): Promise<void> {
    await this.main.getByRole('button', { name: `Sign in as ${username}`, exact: true }).click()
  }

  /** The switch of a fault. */
  fault(title: string): Locator {
    return this.faults.getByRole('switch', { name: title })
  }

  /** The row of a user. */
  user(username: string): Locator {
    const button = this.#page.getByRole('button', { name: `Sign in as ${username}`, exact: true })
    return this.main.getByRole('listitem').filter({ has: button })
  }

  /** Opens the state of a user, and what can be done to it. */
  async stateOf(username: string): Promise<Locator> {
    const name = `State of ${username}`
    await this.main.getByRole('button', { name, exact: true }).click()
    return this.main.getByRole('group', { name, exact: true })
  }

  /** Opens the flags of an app client. */
  async flagsOf(client: string): Promise<Locator> {
    await this.main.getByRole('button', { name: `Flags of ${client}`, exact: true }).click()
    return this.main.getByRole('group', { name: /^ExplicitAuthFlows/ })
  }

  /** Opens the settings of a pool. */
  async settingsOf(pool: string): Promise<Locator> {
    const name = `Settings of ${pool}`
    await this.main.getByRole('button', { name, exact: true }).click()
    return this.main.getByRole('region', { name, exact: true })
  }

  /** Resets the practice pool, and confirms it. */
  async reset(): Promise<void> {
    await this.main.getByRole('button', { name: /^Reset the practice pool/ }).click()
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click()
  }
}
