import { expect, type Locator, type Page } from '@playwright/test'

/** The form that begins a sign-in. */
export class SignInView {
  readonly #page: Page
  readonly request: Locator
  readonly button: Locator

  constructor(page: Page) {
    this.#page = page
    this.request = page.getByRole('region', { name: 'Request' })
    this.button = this.request.getByRole('button', { name: 'Sign in', exact: true })
  }

  /** Unfolds the form, which is one line after sending. */
  async edit(): Promise<void> {
    const edit = this.request.getByRole('button', { name: 'Edit the request' })
    if (await edit.isVisible()) await edit.click()
  }

  async chooseFlow(flow: string): Promise<void> {
    await this.edit()
    const tab = this.request.getByRole('tab', { name: flow, exact: true })
    if (await tab.isVisible()) await tab.click()
    else {
      await this.request.getByRole('button', { name: 'More flows' }).click()
      await this.#page.getByRole('menuitem', { name: new RegExp(`^${flow}\\b`) }).click()
    }
    await expect(tab).toHaveAttribute('aria-selected', 'true')
  }

  /** A field of the form by the beginning of its label. */
  field(label: string): Locator {
    return this.request.getByLabel(new RegExp(`^${label}`))
  }

  async typeUser(username: string): Promise<void> {
    await this.edit()
    const field = this.field('Username')
    await field.fill(username)
    // The list of practice users covers what comes next.
    await field.press('Tab')
  }

  async typePassword(password: string): Promise<void> {
    await this.edit()
    await this.field('Password').fill(password)
  }

  /** Turns an automatic answer on or off. */
  async answerAutomatically(what: 'SRP' | 'TOTP' | 'Device', on: boolean): Promise<void> {
    await this.edit()
    const toggle = this.request.getByRole('switch', { name: what })
    if ((await toggle.getAttribute('aria-checked')) !== String(on)) await toggle.click()
    await expect(toggle).toHaveAttribute('aria-checked', String(on))
  }

  /** Signs in as a user; the password is left out where the application knows it. */
  async signInAs(username: string, password?: string): Promise<void> {
    await this.typeUser(username)
    if (password !== undefined) await this.typePassword(password)
    await this.button.click()
  }

  async openMoreInputs(): Promise<void> {
    await this.edit()
    const more = this.request.getByRole('button', { name: /^More inputs/ })
    if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click()
  }

  async closeMoreInputs(): Promise<void> {
    await this.request.getByRole('button', { name: 'Close more inputs' }).click()
  }

  /** Chooses how the device that is kept goes along. */
  async sendDevice(label: string | RegExp): Promise<void> {
    await this.openMoreInputs()
    const list = this.field('Remembered device')
    const option = list.getByRole('option', { name: label })
    await list.selectOption({ label: (await option.textContent())?.trim() ?? '' })
  }

  /** Forgets what was typed for this user. */
  async forgetPassword(): Promise<void> {
    await this.edit()
    await this.request.getByRole('button', { name: /^Forget the password/ }).click()
  }

  /** Uses what is known, in the place of a password that was refused. */
  async useKnownPassword(): Promise<void> {
    await this.edit()
    await this.request.getByRole('button', { name: /^Use known password/ }).click()
  }

  async cancel(): Promise<void> {
    await this.request.getByRole('button', { name: 'Cancel' }).click()
  }

  async pressKeyToRun(): Promise<void> {
    await expect(this.button).toBeEnabled()
    await this.#page.keyboard.press('ControlOrMeta+Enter')
  }
}
