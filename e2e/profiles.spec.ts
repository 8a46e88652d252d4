import { expect, test, type Application } from './application.ts'

/** Of the practice pool's configuration. */
const secrets = {
  clientSecret: '1practicesecret0that0guards0nothing0but0practice001',
  totpSecret: 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A',
}
/** A code counts once, so only one sign-in of a test may be that of `totp-user`. */
const shop = {
  name: 'Shop, live',
  userPoolId: 'us-east-1_Practice1',
  clientId: '2practiceserversecret00002',
  username: 'totp-user',
  ...secrets,
}

async function signInAtShop(
  { window }: Application,
  { name = shop.name, username = 'totp-user' } = {},
): Promise<void> {
  await window.profiles.choose(name)
  await window.signIn.signInAs(username, 'Practice-Password-1!')
}

test('invalid values of a profile are reported before the first call', async ({
  application: { page, window },
}) => {
  await page.keyboard.press('ControlOrMeta+N')
  const dialog = window.profiles.newDialog
  const create = dialog.getByRole('button', { name: 'Create', exact: true })
  const field = (label: string) => dialog.getByLabel(label, { exact: true })
  await expect(field('Paste or drop anything')).toBeFocused()
  await window.profiles.showMoreSettings(dialog)
  await expect(create).toBeDisabled()

  await field('User pool ID').fill(
    'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC',
  )
  await expect(field('User pool ID')).toHaveValue('eu-west-1_AbC')
  await expect(field('Region')).toHaveValue('eu-west-1')
  await field('User pool ID').fill('us-east-1_Practice1')
  await expect(field('Region')).toHaveValue('us-east-1')

  await field('Name').fill('Shop')
  await field('App client ID').fill('2practiceserversecret00002')
  await expect(create).toBeEnabled()
  const validationErrors: readonly (readonly [
    label: string,
    text: string,
    reason: string,
    back: string,
  ])[] = [
    ['User pool ID', '2practiceserversecret00002', 'looks like an app client ID', shop.userPoolId],
    ['User pool ID', 'us-east-1_Prac tice1', 'contains a space', shop.userPoolId],
    ['Region', 'eu-west-1', 'the user pool is in us-east-1', 'us-east-1'],
    ['App client ID', 'us-east-1_Practice1', 'This is a user pool ID.', shop.clientId],
    ['Endpoint', 'ftp://127.0.0.1', 'begins with https:// or http://', ''],
    ['Endpoint', 'https://shop.auth.us-east-1.amazoncognito.com', 'managed login domain', ''],
  ]
  for (const [label, text, reason, back] of validationErrors) {
    await field(label).fill(text)
    await expect(field(label)).toHaveAccessibleDescription(
      new RegExp(reason.replace(/[.()]/g, '.')),
    )
    await expect(field(label)).toHaveAttribute('aria-invalid', 'true')
    await expect(create).toBeDisabled()
    await field(label).fill(back)
    await expect(create).toBeEnabled()
  }
  await field('Endpoint').fill('http://10.0.0.1:9229')
  await expect(field('Endpoint')).toHaveAccessibleDescription(/sent in plain text/)
  await expect(create).toBeEnabled()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  await expect(window.profiles.profile('Shop')).toHaveCount(0)
})

test('a saved profile and its secrets work after a restart', async ({ application, servers }) => {
  const { endpoint, received } = await servers.pool()
  await application.page.keyboard.press('ControlOrMeta+N')
  const { newDialog } = application.window.profiles
  await application.window.profiles.fill(newDialog, { ...shop, endpoint })
  await newDialog.getByRole('checkbox', { name: /^Production/ }).check()
  await newDialog.getByTitle('red').click()
  await newDialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(application.window.profiles.profile(shop.name)).toContainText('PRODUCTION')

  await application.restart()
  const { page, window } = application
  await expect(window.profiles.profile(shop.name)).toContainText('PRODUCTION')
  await window.profiles.choose(shop.name)
  const main = page.getByRole('main', { name: 'Sign-in' })
  await expect(main).toContainText('A sign-in counts toward lockout')
  await expect(page.getByRole('contentinfo')).toContainText(
    `Connects to ${endpoint.replace('http://', '')} only`,
  )
  await signInAtShop(application)
  await window.timeline.toShow([
    'done: InitiateAuth',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge SOFTWARE_TOKEN_MFA',
  ])
  await window.timeline.toBeSignedIn()
  expect(received.map(({ operation }) => operation)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
    'RespondToAuthChallenge',
  ])
  for (const { body } of received)
    expect(JSON.stringify(body), 'each call of a client with a secret').toContain('SECRET_HASH')
})

test('a change keeps what it does not name, and removes what it clears', async ({
  application,
  servers,
}) => {
  const { endpoint } = await servers.pool()
  const { page, window } = application
  await window.profiles.create({ ...shop, endpoint })
  const { editDialog } = window.profiles
  await window.profiles.act(shop.name, 'Edit…')
  for (const label of ['Client secret', 'TOTP secret'])
    await expect(editDialog.getByLabel(label, { exact: true })).toHaveAttribute(
      'placeholder',
      'saved; type to replace it',
    )
  await expect(editDialog.getByLabel('Client secret', { exact: true })).toHaveValue('')
  await editDialog.getByRole('button', { name: 'Remove the TOTP secret' }).click()
  await window.profiles.fill(editDialog, { name: 'Shop, staging' })
  await editDialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.profiles.profile(shop.name)).toHaveCount(0)

  // The client secret is still there, else the pool would refuse; that of TOTP is not.
  await signInAtShop(application, { name: 'Shop, staging' })
  await window.timeline.toWaitFor('SOFTWARE_TOKEN_MFA')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(window.timeline.region).toContainText('Cancelled before it was finished.')
})

test('a copy has its own secrets, and a deleted profile can be restored', async ({
  application,
  servers,
}) => {
  const { endpoint } = await servers.pool()
  await application.window.goTo('Settings')
  await application.window.settings.keepNotices()
  await application.window.goTo('Sign-in')
  await application.window.profiles.create({ ...shop, endpoint })
  await application.window.profiles.act(shop.name, 'Duplicate')
  const copy = `${shop.name} copy`
  await expect(application.window.profiles.profile(copy)).toHaveAttribute('aria-current', 'true')
  await application.window.profiles.act(shop.name, 'Delete')
  await signInAtShop(application, { name: copy })
  await application.window.timeline.toBeSignedIn()

  const notices = application.page.getByRole('status', { name: 'Notices' })
  await notices.getByRole('button', { name: 'Undo' }).click()
  await signInAtShop(application, { username: 'alice' })
  await application.window.timeline.toBeSignedIn()
  await application.window.profiles.profile(copy).press('Delete')
  await expect(application.window.notice(`“${copy}” is deleted.`)).toBeVisible()

  await application.restart()
  await application.window.profiles.waitForPractice()
  await expect(application.window.profiles.profile(copy)).toHaveCount(0)
  await signInAtShop(application, { username: 'alice' })
  await application.window.timeline.toBeSignedIn()
  // A profile of the practice pool is recreated at each start, so there is nothing to delete.
  await application.window.profiles.showPractice()
  await application.window.profiles.profile('Practice: web-public').press('Delete')
  await expect(application.window.profiles.profile('Practice: web-public')).toBeVisible()
  await application.window.profiles.act('Practice: server-secret', 'Duplicate')
  await application.window.signIn.signInAs('alice')
  await application.window.timeline.toBeSignedIn()
})

test('Escape in a half-filled profile asks before discarding it', async ({
  application: { page, window },
}) => {
  await page.keyboard.press('ControlOrMeta+N')
  const dialog = window.profiles.newDialog
  await dialog.getByLabel('Name', { exact: true }).fill('Shop')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('Discard what you entered?')
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Shop')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  // Nothing was entered: nothing is asked.
  await page.keyboard.press('ControlOrMeta+N')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the window starts with the last used profile', async ({ application }) => {
  await application.window.profiles.choose('Practice: srp-only')
  await application.restart()
  await expect(application.window.profiles.profile('Practice: srp-only')).toHaveAttribute(
    'aria-current',
    'true',
  )
})
