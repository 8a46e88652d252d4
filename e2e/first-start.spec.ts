import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Application } from './application.ts'
import { jsonIn, ownFiles } from './files.ts'
import type { ProfileFields } from './views/profiles.ts'

/** Of the practice pool's configuration: a client whose every call needs the secret. */
const secret = '1practicesecret0that0guards0nothing0but0practice001'
const profileAt = (endpoint: string): ProfileFields => ({
  name: 'Shop',
  userPoolId: 'us-east-1_Practice1',
  clientId: '2practiceserversecret00002',
  clientSecret: secret,
  endpoint,
  username: 'alice',
})

/** Signs in with the profile's secret, without which the pool would refuse. */
async function signInAtShop({ window }: Application): Promise<void> {
  await window.goTo('Sign-in')
  await window.profiles.choose('Shop')
  await window.signIn.typePassword('Practice-Password-1!')
  await window.signIn.button.click()
  await window.timeline.toBeSignedIn()
}

const status = (page: Page) => page.getByRole('contentinfo')
const historyRows = (page: Page) =>
  page.getByRole('region', { name: 'Earlier runs' }).getByRole('listitem')
const quarantined = (page: Page) => page.getByRole('alert', { name: 'Quarantined files' })

interface StoredProfile {
  readonly clientSecret?: { readonly backend: string; readonly text: string }
}
const storedProfiles = async (folder: string): Promise<readonly StoredProfile[]> =>
  ((await jsonIn(folder, 'profiles.json')) as { profiles: StoredProfile[] }).profiles

test.describe('with a keyring', () => {
  test.skip(process.platform !== 'linux', 'the keyring of the tests is that of Linux')

  test('the keyring is used without a question, named, and no secret is in plain text on disk', async ({
    application,
    servers,
  }) => {
    const { dataFolder, page, window } = application
    const { endpoint } = await servers.pool()
    await expect(window.consent.dialog).toBeHidden()
    await expect(status(page)).toContainText('Secrets encrypted with the system keyring')
    await window.goTo('Settings')
    await expect(window.settings.main.getByText('gnome_libsecret', { exact: true })).toBeVisible()

    await window.profiles.create(profileAt(endpoint))
    await signInAtShop(application)
    await application.quit()
    const text = await readFile(join(dataFolder, 'profiles.json'), 'utf8')
    expect(text).not.toContain(secret)
    const [stored] = await storedProfiles(dataFolder)
    expect(stored?.clientSecret?.backend).toBe('gnome_libsecret')
    const sealed = Buffer.from(stored?.clientSecret?.text ?? '', 'base64')
    expect(sealed.length).toBeGreaterThan(secret.length)
    expect(sealed.toString('latin1')).not.toContain('practicesecret')
    const traces = (await ownFiles(dataFolder)).find((name) => name.endsWith('.db')) ?? ''
    const database = await readFile(join(dataFolder, traces))
    expect(database.subarray(0, 16).toString('latin1')).not.toContain('SQLite')
  })

  test('a missing keyring is reported, and profiles and history stay', async ({
    application,
    servers,
  }) => {
    const { endpoint } = await servers.pool()
    await application.window.profiles.create(profileAt(endpoint))
    await signInAtShop(application)

    await application.restart({ keyring: false })
    const { dataFolder } = application
    await expect(application.window.consent.dialog).toContainText('basic_text')
    await expect(application.window.consent.dialog).toContainText('It was the GNOME keyring before')
    await application.window.consent.memoryOnly()
    await expect(quarantined(application.page)).toContainText('encrypted with the GNOME keyring')
    await application.window.profiles.act('Shop', 'Edit…')
    await expect(application.window.profiles.editDialog).toContainText(
      'encrypted with another keyring',
    )
    await application.page.keyboard.press('Escape')
    await application.window.signIn.typePassword('Practice-Password-1!')
    await application.window.signIn.button.click()
    await expect(
      application.window.notice('cannot be decrypted with the current keyring'),
    ).toBeVisible()
    expect((await storedProfiles(dataFolder))[0]?.clientSecret?.backend).toBe('gnome_libsecret')

    await application.restart()
    await expect(application.window.consent.dialog).toBeHidden()
    await expect(quarantined(application.page)).toBeHidden()
    await application.window.goTo('History')
    await expect(historyRows(application.page)).toHaveCount(1)
    await signInAtShop(application)
  })

  test('a damaged or newer file is quarantined, and reported', async ({ application, servers }) => {
    const { endpoint } = await servers.pool()
    const { dataFolder } = application
    await application.window.profiles.create(profileAt(endpoint))
    await signInAtShop(application)
    await application.quit()

    const path = (name: string) => join(dataFolder, name)
    const profiles = (await readFile(path('profiles.json'), 'utf8')).slice(0, -7)
    const settings = '{ "version": 99, "settings": "of tomorrow" }'
    const traces = (await ownFiles(dataFolder)).find((name) => name.endsWith('.db')) ?? ''
    const database = Buffer.from(await readFile(path(traces))).fill('damage', 0, 4096)
    await writeFile(path('profiles.json'), profiles)
    await writeFile(path('settings.json'), settings)
    await writeFile(path(traces), database)

    await application.restart()
    const { page, window } = application
    await expect(quarantined(page)).toContainText('profiles.damaged-')
    await expect(quarantined(page)).toContainText('It is not complete JSON.')
    await expect(quarantined(page)).toContainText('settings.newer-')
    await expect(quarantined(page)).toContainText(
      'a later version of Authscope (99; this version reads up to 1)',
    )
    // The database is opened with the first sign-in or look at the history.
    await window.goTo('History')
    await expect(page.getByText('No runs yet')).toBeVisible()
    await expect(window.notice('The history could not be used')).toContainText('.quarantined-')
    // Its first page is damaged, without which none of its runs can be read.
    await expect(window.notice('No sign-in could be put back')).toBeVisible()
    await window.profiles.create(profileAt(endpoint))
    await signInAtShop(application)
    await application.quit()

    const names = await ownFiles(dataFolder)
    const kept = async (beginning: string) => {
      const name = names.find((one) => one.startsWith(beginning))
      return readFile(path(name ?? beginning))
    }
    expect((await kept('profiles.damaged-')).toString()).toBe(profiles)
    expect((await kept('settings.newer-')).toString()).toBe(settings)
    expect(Buffer.compare(await kept(`${traces}.quarantined-`), database)).toBe(0)
    expect(await storedProfiles(dataFolder)).toHaveLength(1)
  })
})

test.describe('without a keyring', () => {
  test.use({ keyring: false })

  test('nothing is stored before the user consents, and the question cannot be bypassed', async ({
    freshApplication: { dataFolder, page, window },
  }) => {
    const { dialog } = window.consent
    await expect(dialog).toContainText('basic_text')
    await expect(dialog).toContainText('No keyring was found.')
    await expect(page.locator('footer.status')).toContainText('not chosen yet')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+N')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.mouse.click(5, 400)
    await expect(dialog).toBeVisible()
    await expect(window.profiles.newDialog).toBeHidden()
    const stored = (await ownFiles(dataFolder)).filter((name) =>
      /^(profiles|traces|vault)/.test(name),
    )
    expect(stored).toEqual([])
  })

  test('memory only writes no secret and no sign-in to disk, and is remembered', async ({
    freshApplication,
    servers,
  }) => {
    const { endpoint } = await servers.pool()
    const { dataFolder } = freshApplication
    await freshApplication.window.consent.memoryOnly()
    await expect(status(freshApplication.page)).toContainText('Secrets in memory only')
    await freshApplication.window.profiles.create(profileAt(endpoint))
    await signInAtShop(freshApplication)
    await freshApplication.window.goTo('History')
    await expect(historyRows(freshApplication.page)).toHaveCount(1)

    await freshApplication.restart({ keyring: false })
    const { page, window } = freshApplication
    await expect(status(page)).toContainText('Secrets in memory only')
    await expect(window.consent.dialog).toBeHidden()
    await window.goTo('History')
    await expect(page.getByText('No runs yet')).toBeVisible()
    await window.profiles.act('Shop', 'Edit…')
    await expect(window.profiles.editDialog.getByLabel('Client secret')).toHaveAttribute(
      'placeholder',
      '',
    )
    const names = await ownFiles(dataFolder)
    expect(names.filter((name) => name.startsWith('traces'))).toEqual([])
    expect((await storedProfiles(dataFolder))[0]).not.toHaveProperty('clientSecret')
  })

  test('consent to store is remembered, and what is stored opens again', async ({
    freshApplication,
    servers,
  }) => {
    const { endpoint } = await servers.pool()
    const { dataFolder } = freshApplication
    await freshApplication.window.consent.storeEncrypted()
    await freshApplication.window.profiles.create(profileAt(endpoint))
    await signInAtShop(freshApplication)

    await freshApplication.restart({ keyring: false })
    const { page, window } = freshApplication
    await expect(status(page)).toContainText('Secrets encrypted without a keyring')
    await expect(window.consent.dialog).toBeHidden()
    await window.goTo('History')
    await expect(historyRows(page)).toHaveCount(1)
    await signInAtShop(freshApplication)
    expect((await storedProfiles(dataFolder))[0]?.clientSecret?.backend).toBe('basic_text')
    expect(await readFile(join(dataFolder, 'profiles.json'), 'utf8')).not.toContain(secret)
  })
})
