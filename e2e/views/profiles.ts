import { expect, type Locator, type Page } from '@playwright/test'

/** What a test says of a profile; the rest stays as the dialog has it. */
export interface ProfileFields {
  readonly name?: string
  readonly userPoolId?: string
  readonly region?: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly endpoint?: string
  readonly username?: string
  readonly totpSecret?: string
  readonly flow?: string
}

const labels: Readonly<Record<Exclude<keyof ProfileFields, 'flow'>, string>> = {
  name: 'Name',
  userPoolId: 'User pool ID',
  region: 'Region',
  clientId: 'App client ID',
  clientSecret: 'Client secret',
  endpoint: 'Endpoint',
  username: 'Username',
  totpSecret: 'TOTP secret',
}

/** The list of profiles, and the dialog that makes and changes one. */
export class Profiles {
  readonly #page: Page
  readonly list: Locator
  readonly newDialog: Locator
  readonly editDialog: Locator

  constructor(page: Page) {
    this.#page = page
    this.list = page.getByRole('region', { name: 'Profiles' })
    this.newDialog = page.getByRole('dialog', { name: 'New profile' })
    this.editDialog = page.getByRole('dialog', { name: 'Edit profile' })
  }

  /** The profile's own button in the list; it says `PRODUCTION` after the name where that is so. */
  profile(name: string): Locator {
    return this.list
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: `Actions for ${name}`, exact: true }) })
      .getByRole('button')
      .first()
  }

  async waitForPractice(): Promise<void> {
    await expect(this.list.getByRole('heading', { name: 'Practice profiles' })).toBeVisible()
  }

  /** Unfolds the practice profiles, which are folded below those of one's own. */
  async showPractice(): Promise<void> {
    await this.list.getByRole('button', { name: 'Practice profiles', expanded: false }).click()
  }

  /** Unfolds what most profiles do not need. */
  async showMoreSettings(dialog: Locator): Promise<void> {
    const summary = dialog.getByText('More settings')
    if (!(await dialog.getByLabel('Endpoint', { exact: true }).isVisible())) await summary.click()
  }

  async choose(name: string): Promise<void> {
    if (name.startsWith('Practice: ') && !(await this.profile(name).isVisible()))
      await this.showPractice()
    await this.profile(name).click()
    await expect(this.profile(name)).toHaveAttribute('aria-current', 'true')
  }

  /** Chooses in the menu of a profile. */
  async act(name: string, act: 'Edit…' | 'Duplicate' | 'Delete'): Promise<void> {
    if (name.startsWith('Practice: ') && !(await this.profile(name).isVisible()))
      await this.showPractice()
    await this.list.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
    await this.#page.getByRole('menuitem', { name: act }).click()
  }

  async create(fields: ProfileFields): Promise<void> {
    await this.startNew(fields)
    await this.finishNew()
  }

  /** Opens the dialog of a new profile and fills it in. */
  async startNew(fields: ProfileFields): Promise<void> {
    await this.list.getByRole('button', { name: 'New profile…' }).click()
    await this.fill(this.newDialog, fields)
  }

  async finishNew(): Promise<void> {
    await this.newDialog.getByRole('button', { name: 'Create', exact: true }).click()
    await this.newDialog.waitFor({ state: 'hidden' })
  }

  async edit(name: string, fields: ProfileFields): Promise<void> {
    await this.act(name, 'Edit…')
    await this.fill(this.editDialog, fields)
    await this.editDialog.getByRole('button', { name: 'Save', exact: true }).click()
    await this.editDialog.waitFor({ state: 'hidden' })
  }

  /** Fills in a profile's dialog without saving it. */
  async fill(dialog: Locator, { flow, ...texts }: ProfileFields): Promise<void> {
    await this.showMoreSettings(dialog)
    for (const [field, text] of Object.entries(texts))
      await dialog.getByLabel(labels[field as keyof typeof texts], { exact: true }).fill(text)
    if (flow) await dialog.getByLabel('Default flow').selectOption(flow)
  }
}
