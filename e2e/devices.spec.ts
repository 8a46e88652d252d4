import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test, type Application } from './application.ts'
import { seriousViolations } from './axe.ts'
import { filesUnder } from './files.ts'

const user = 'device-user'
const name = 'Authscope'

/** Signs in at the pool that remembers devices. */
async function signIn({ window }: Application, username = user): Promise<void> {
  await window.goTo('Sign-in')
  await window.signIn.chooseFlow('USER_SRP_AUTH')
  await window.signIn.signInAs(username)
}

test('a device replaces the second factor, and its keys are not in plain text on disk', async ({
  application,
}) => {
  const { window } = application
  const { devices, inspector, profiles, timeline } = window
  await profiles.choose('Practice: device-public')
  await window.goTo('Devices, passkeys')
  await expect(devices.panel).toContainText('No device stored')
  await signIn(application, 'device-totp-user')
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to SOFTWARE_TOKEN_MFA',
    'done: RespondToAuthChallenge SOFTWARE_TOKEN_MFA leads to tokens',
    'done: ConfirmDevice',
  ])
  await timeline.select(4)
  await expect(await inspector.open('Device')).toContainText('PasswordVerifier')

  await signIn(application, 'device-totp-user')
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to DEVICE_SRP_AUTH',
    'done: RespondToAuthChallenge DEVICE_SRP_AUTH leads to DEVICE_PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge DEVICE_PASSWORD_VERIFIER leads to tokens',
  ])

  await window.goTo('Devices, passkeys')
  await devices.act(name, 'Show the keys…')
  await devices.dialog.getByRole('button', { name: 'Show secret values' }).click()
  const shown = devices.dialog.getByRole('definition')
  await expect(shown).toHaveCount(3)
  const [, group = '', password = ''] = await shown.allInnerTexts()
  expect(password).toMatch(/^[\w+/]{54}==$/)
  await devices.dialog.getByRole('button', { name: 'Close' }).last().click()
  expect(await seriousViolations(application.page)).toEqual([])

  await application.quit()
  const files = await filesUnder(application.dataFolder)
  expect(files.map((path) => basename(path))).toContain('devices.json')
  for (const path of files) {
    const bytes = await readFile(path)
    for (const secret of [group, password]) expect(bytes.includes(secret), path).toBe(false)
  }
  await application.restart()
  await application.window.profiles.waitForPractice()
  await application.window.profiles.choose('Practice: device-public')
  await application.window.goTo('Devices, passkeys')
  await expect(application.window.devices.row(name)).toContainText('remembered')
})

test('a device is not confirmed when its switch is off, and the timeline says what is due', async ({
  application,
}) => {
  const { devices, profiles, signIn: form, timeline } = application.window
  await profiles.choose('Practice: device-public')
  await form.answerAutomatically('Device', false)
  await signIn(application)
  await timeline.toBeSignedIn()
  await expect(timeline.region).toContainText('ConfirmDevice was not called')
  await timeline.region.getByRole('button', { name: 'Confirm the device' }).click()
  await expect(timeline.region).not.toContainText('ConfirmDevice was not called')
  await timeline.toShow([
    /InitiateAuth/,
    /PASSWORD_VERIFIER leads to tokens/,
    'done: ConfirmDevice',
  ])
  await application.window.goTo('Devices, passkeys')
  await devices.rename(name, 'My laptop')
  await devices.compare()
  await expect(devices.row('My laptop')).toContainText('here and in Cognito')
  await devices.act('My laptop', 'Do not remember')
  await expect(devices.row('My laptop')).toContainText('not remembered')
  await devices.act('My laptop', 'Details in Cognito…')
  await expect(devices.dialog).toContainText('DeviceLastAuthenticatedDate')
  await application.page.keyboard.press('Escape')
  await devices.act('My laptop', 'Remember')
  await devices.act('My laptop', 'Remove here')
  await devices.compare()
  await expect(devices.row(name)).toContainText('only in Cognito (no keys here)')
})

test('a device can be named, and is shown as forgotten after a manual ForgetDevice', async ({
  application,
}) => {
  const { page, window } = application
  const { devices, profiles, timeline } = window
  await profiles.choose('Practice: device-public')
  await page.getByRole('switch', { name: 'Device' }).click()
  await signIn(application)
  await timeline.region.getByRole('textbox', { name: 'DeviceName' }).fill('My own name')
  await timeline.region.getByRole('button', { name: 'Confirm the device' }).click()
  await window.goTo('Devices, passkeys')
  await devices.compare()
  await expect(devices.row('My own name')).toContainText('here and in Cognito')
  const key = await devices
    .row('My own name')
    .getByText(/^us-east-1_/)
    .innerText()

  await window.goTo('Account')
  const operations = page.getByRole('navigation', { name: 'Operations' })
  await operations.getByRole('button', { name: 'ForgetDevice', exact: true }).click()
  const form = page.getByRole('form', { name: 'ForgetDevice', exact: true })
  await form.getByLabel(/^Device key/).fill(key)
  await form.getByRole('button', { name: 'ForgetDevice', exact: true }).click()
  await expect(page.getByRole('button', { name: /done: ForgetDevice/ })).toBeVisible()
  await window.goTo('Devices, passkeys')
  await expect(devices.row('My own name')).toContainText('unknown to Cognito (forgotten elsewhere)')
})

test('an automatically confirmed device has the name that was entered', async ({ application }) => {
  const { devices, profiles, signIn: form, timeline } = application.window
  await profiles.choose('Practice: device-public')
  await form.openMoreInputs()
  await form.field('Name of a new device').fill('Laptop at work')
  await signIn(application)
  await expect(timeline.region.getByRole('button', { name: /ConfirmDevice/ })).toBeVisible()
  await application.window.goTo('Devices, passkeys')
  await devices.compare()
  await expect(devices.row('Laptop at work')).toContainText('here and in Cognito')
  await devices.act('Laptop at work', 'Details in Cognito…')
  await expect(devices.dialog).toContainText(/device_name\s*Laptop at work/)
})

test('a device is remembered only once the user chooses so, where the pool asks', async ({
  application,
}) => {
  const { devices, profiles, timeline } = application.window
  await profiles.choose('Practice: device-opt-in')
  await signIn(application, 'device-opt-in-user')
  await timeline.toBeSignedIn()
  await timeline.toShow([
    /InitiateAuth/,
    /PASSWORD_VERIFIER leads to tokens/,
    'done: ConfirmDevice',
  ])
  await expect(timeline.region).toContainText('UserConfirmationNecessary')
  await application.window.goTo('Devices, passkeys')
  await expect(devices.row(name)).toContainText('confirmed, remember not chosen')

  // Not remembered: its key goes along, and no challenge of it comes.
  await signIn(application, 'device-opt-in-user')
  await timeline.toBeSignedIn()
  await expect(timeline.region).not.toContainText('DEVICE_SRP_AUTH')

  await application.window.goTo('Devices, passkeys')
  await devices.act(name, 'Remember')
  await expect(devices.row(name)).not.toContainText('not chosen')
  await signIn(application, 'device-opt-in-user')
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to DEVICE_SRP_AUTH',
    'done: RespondToAuthChallenge DEVICE_SRP_AUTH leads to DEVICE_PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge DEVICE_PASSWORD_VERIFIER leads to tokens',
  ])
})

test('a wrong or stale device key is explained, with what to do', async ({ application }) => {
  const { devices, profiles, signIn: form, timeline } = application.window
  await profiles.choose('Practice: device-public')
  await signIn(application)
  await timeline.toBeSignedIn()
  await expect(timeline.region.getByRole('button', { name: /ConfirmDevice/ })).toBeVisible()

  await form.sendDevice(/^with a wrong key/)
  await signIn(application)
  await timeline.toBeRefused()
  await expect(timeline.region).toContainText('Cognito no longer knows the device')

  await form.sendDevice(/^without/)
  await form.answerAutomatically('Device', false)
  await signIn(application)
  await timeline.toBeSignedIn()
  await application.window.goTo('Devices, passkeys')
  await devices.compare()
  await devices.forget(name)
  await expect(devices.row(name)).toContainText('unknown to Cognito (forgotten elsewhere)')
  await application.window.goTo('Sign-in')
  await form.sendDevice(/^with its key/)
  await signIn(application)
  await timeline.toBeSignedIn()
})

test('a device that was forgotten elsewhere is shown as such, and can be dropped there', async ({
  application,
}) => {
  const { window } = application
  const { devices, profiles, signIn: form, timeline } = window
  await profiles.choose('Practice: device-public')
  await signIn(application)
  await expect(timeline.region.getByRole('button', { name: /ConfirmDevice/ })).toBeVisible()
  await form.sendDevice(/^without/)
  await form.answerAutomatically('Device', false)
  await signIn(application)
  await timeline.toBeSignedIn()
  await window.goTo('Devices, passkeys')
  // Dropped here, forgotten there and restored: as if somebody else had forgotten it.
  await devices.act(name, 'Remove here')
  await devices.compare()
  await devices.forget(name)
  // The notice with its button may be gone by now; the keys undo for good.
  await application.page.keyboard.press('ControlOrMeta+Z')
  await expect(devices.row(name)).toContainText('only here (stale)')

  await window.goTo('Sign-in')
  await form.sendDevice(/^with its key/)
  await signIn(application)
  await timeline.toBeRefused()
  await expect(timeline.region).toContainText('was forgotten elsewhere')
  await timeline.region.getByRole('button', { name: 'Remove it and sign in again' }).click()
  await timeline.toBeSignedIn()
  await window.goTo('Devices, passkeys')
  await expect(devices.row(name)).toHaveCount(0)
})
