import { expect, test } from './application.ts'
import { password, webPublic } from './practice-users.ts'

test('a custom challenge shows what its trigger made public', async ({ application }) => {
  const { profiles, signIn, timeline } = application.window
  await profiles.choose('Practice: custom')
  await signIn.chooseFlow('CUSTOM_AUTH')
  await signIn.signInAs('choice-user')
  const card = await timeline.toWaitFor('CUSTOM_CHALLENGE')
  await expect(card).toContainText('What is 2 + 3?')
  await timeline.answer.getByLabel(/^Answer/).fill('5')
  await timeline.send()
  await timeline.toBeSignedIn()
})

test('setting up a second factor shows its secret and its calls', async ({ application }) => {
  const { profiles, signIn, timeline } = application.window
  await profiles.choose('Practice: email-public')
  await signIn.signInAs('mfa-setup-user@example.com')
  const card = await timeline.toWaitFor('MFA_SETUP')
  await expect(card.getByRole('button', { name: /^Secret: totp secret/ }).first()).toBeVisible()
  await card.getByRole('button', { name: /^Secret: otpauth uri/ }).click()
  const secret = application.page.getByRole('dialog', { name: 'Secret' })
  await expect(secret.getByRole('img', { name: /^QR code/ })).toBeHidden()
  await secret.getByRole('button', { name: 'Show the QR code' }).click()
  await expect(secret.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expect(secret.getByLabel('Revealed value')).toHaveValue(/^otpauth:\/\/totp\//)
  await application.page.keyboard.press('Escape')
  await card.getByRole('button', { name: /^Secret: totp secret/ }).click()
  await secret.getByRole('button', { name: 'Save with the profile' }).click()
  await expect(application.window.notice(/^Kept for this practice user/)).toBeVisible()
  await timeline.computeIt()
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to MFA_SETUP',
    'done: AssociateSoftwareToken',
    'done: VerifySoftwareToken',
    'done: RespondToAuthChallenge MFA_SETUP leads to tokens',
  ])
})

test('an administrator’s flow is explained before it is sent', async ({ application, servers }) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.chooseFlow('ADMIN_USER_PASSWORD_AUTH')
  await signIn.signInAs('alice', password)
  await expect(timeline.region).toContainText('not sent')
  await expect(timeline.region).toContainText('AdminInitiateAuth')
  expect(pool.received).toHaveLength(0)
})
