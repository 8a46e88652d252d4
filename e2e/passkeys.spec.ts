import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Application } from './application.ts'
import { seriousViolations } from './axe.ts'
import { answerOpenDialogs } from './launch.ts'

const user = 'passkey-user'

/** Signs in by password, so that there is an access token, and goes to the passkeys. */
async function signInByPassword({ window }: Application): Promise<void> {
  const { profiles, signIn, timeline } = window
  await profiles.choose('Practice: choice')
  await signIn.chooseFlow('USER_SRP_AUTH')
  await signIn.signInAs(user)
  await timeline.toBeSignedIn()
  await window.goTo('Devices, passkeys')
}

/** Begins a sign-in that wants a passkey. */
async function signInByPasskey({ window }: Application): Promise<void> {
  await window.goTo('Sign-in')
  await window.signIn.chooseFlow('USER_AUTH')
  await window.signIn.field('Preferred challenge').selectOption('WEB_AUTHN')
  await window.signIn.signInAs(user)
}

test('a registered passkey signs in, and its computed values are shown', async ({
  application,
}) => {
  const { window } = application
  const { inspector, passkeys, timeline } = window
  await signInByPassword(application)
  await expect(passkeys.panel).toContainText('No passkey yet')
  await passkeys.begin('Laptop')
  expect(await seriousViolations(application.page), 'the form').toEqual([])
  await application.page.keyboard.press('Escape')
  await passkeys.register('Laptop')
  expect(await seriousViolations(application.page), 'the list').toEqual([])

  await window.goTo('Sign-in')
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to tokens',
    'done: StartWebAuthnRegistration',
    'done: CompleteWebAuthnRegistration',
    'done: ListWebAuthnCredentials',
  ])
  await timeline.select(4)
  const result = await inspector.open('Passkey')
  await expect(result).toContainText('webauthn.create')
  await expect(result).toContainText('user present, user verified, new passkey')

  await signInByPasskey(application)
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to WEB_AUTHN',
    'done: RespondToAuthChallenge WEB_AUTHN leads to tokens',
  ])
  await timeline.select(2)
  const signed = await inspector.open('Passkey')
  await expect(signed).toContainText('“Laptop”')
  await expect(signed).toContainText('https://auth.practice.example')
  await window.goTo('Devices, passkeys')
  await expect(passkeys.row('Laptop')).toContainText('counter 2')
})

test('a passkey is registered from the palette, with a suggested name', async ({ application }) => {
  const { page, window } = application
  await signInByPassword(application)
  await window.passkeys.register('Laptop')
  await window.goTo('Account')
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('Register a passkey')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Register a passkey' })
  await expect(form.getByLabel('Virtual')).toBeFocused()
  await expect(form.getByLabel('Name')).toHaveValue('Passkey 2')
})

test('failed user verification does not sign in, and a manual answer stays possible', async ({
  application,
}) => {
  const { passkeys, timeline, signIn } = application.window
  await signInByPassword(application)
  await passkeys.register('Laptop')
  await passkeys.verification('fail user verification')
  await signInByPasskey(application)
  const card = await timeline.toWaitFor('WEB_AUTHN')
  await expect(card).toContainText('did not verify its user, so it did not sign')
  await expect(timeline.answer.getByLabel(/^Credential/)).toBeVisible()
  await signIn.cancel()

  await application.window.goTo('Devices, passkeys')
  await passkeys.verification('verify the user')
  await passkeys.panel.getByLabel(/^Send an old sign count/).check()
  await signInByPasskey(application)
  await timeline.toBeRefused()
})

test('the chosen one of two passkeys signs, and a deleted one does not', async ({
  application,
}) => {
  const { window } = application
  const { inspector, passkeys, timeline } = window
  await signInByPassword(application)
  await passkeys.register('First')
  await passkeys.register('Second')
  await passkeys.use(/^First/)
  await signInByPasskey(application)
  await timeline.toBeSignedIn()
  await timeline.select(2)
  await expect(await inspector.open('Passkey')).toContainText('“First”')

  await window.goTo('Devices, passkeys')
  await passkeys.act('First', 'Delete in Cognito…')
  await passkeys.dialog.getByRole('button', { name: 'Delete in Cognito' }).click()
  await expect(passkeys.row('First')).toContainText('only here')
  await passkeys.act('Second', 'Delete here')
  await expect(passkeys.row('Second')).toBeHidden()
  await passkeys.panel.getByRole('button', { name: 'Compare with Cognito' }).click()
  await expect(passkeys.panel).toContainText('only in Cognito')
  await signInByPasskey(application)
  const card = await timeline.toWaitFor('WEB_AUTHN')
  await expect(card).toContainText('“First” is not among the passkeys that Cognito allows')
})

test('an exported passkey has its key after a confirmation, and signs in once imported', async ({
  application,
  folder,
}) => {
  const { electron, window } = application
  const { passkeys, timeline } = window
  const path = join(folder, 'passkey.json')
  await signInByPassword(application)
  await passkeys.register('Laptop')
  await application.saveTo(path)
  await passkeys.act('Laptop', 'Export…')
  const save = passkeys.dialog.getByRole('button', { name: 'Save…' })
  await expect(save).toBeDisabled()
  await passkeys.dialog.getByLabel(/the private key, with which anyone can sign in/).check()
  await save.click()
  await expect(passkeys.dialog).toBeHidden()
  const file = JSON.parse(await readFile(path, 'utf8')) as { passkeys: { privateKey: string }[] }
  const { privateKey } = file.passkeys[0]!
  const stored = await readFile(join(application.dataFolder, 'passkeys.json'), 'utf8')
  expect(stored).toContain('auth.practice.example')
  expect(stored).not.toContain(privateKey)

  await passkeys.act('Laptop', 'Delete here')
  await expect(passkeys.row('Laptop')).toBeHidden()
  await answerOpenDialogs(electron, path)
  await passkeys.panel.getByRole('button', { name: 'Import…' }).click()
  await expect(passkeys.row('Laptop')).toBeVisible()
  await signInByPasskey(application)
  await timeline.toBeSignedIn()

  await writeFile(path, '{"passkeys":')
  await window.goTo('Devices, passkeys')
  await passkeys.panel.getByRole('button', { name: 'Import…' }).click()
  await expect(passkeys.panel.getByRole('alert')).toContainText('This file is not JSON')
})
