import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'

/** The form of one operation, found by its name in the list. */
async function choose(page: Page, operation: string) {
  const list = page.getByRole('navigation', { name: 'Operations' })
  await list.getByLabel('Filter operations').fill(operation)
  await list.getByRole('button', { name: operation, exact: true }).click()
  return page.getByRole('form', { name: operation, exact: true })
}

const newestStep = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: words }).last()

test('a sign-up leads to tokens without its code or session being typed', async ({
  application,
}) => {
  const { page, window } = application
  await window.profiles.choose('Practice: choice')
  await window.goTo('Account')
  const signUp = await choose(page, 'SignUp')
  await signUp.getByLabel(/^Username/).fill('newcomer')
  await signUp.getByLabel(/^Password/).fill('Canary-Password-1!')
  await signUp.getByRole('button', { name: 'Add one' }).click()
  await signUp.getByLabel('Attributes: key 1').fill('email')
  await signUp.getByLabel('Attributes: value 1').fill('newcomer@example.com')
  await signUp.getByRole('button', { name: 'SignUp', exact: true }).click()
  await expect(newestStep(page, 'Step 1, done: SignUp')).toBeVisible()
  const confirm = await choose(page, 'ConfirmSignUp')
  await expect(confirm.getByLabel(/^Username/)).toHaveValue('newcomer')
  await confirm.getByRole('button', { name: /^Use \d+ from the practice outbox$/ }).click()
  await page.getByRole('button', { name: 'Sign in with this session' }).click()
  await window.timeline.toBeSignedIn()
})

test('a trace begun by a call is exported with the shortcut, which without a trace says what to do', async ({
  application,
}) => {
  const { page, window } = application
  await window.goTo('Account')
  await page.keyboard.press('ControlOrMeta+E')
  await expect(window.notice(/^No run to export/)).toBeVisible()
  const forgot = await choose(page, 'ForgotPassword')
  await forgot.getByLabel(/^Username/).fill('alice')
  await forgot.getByRole('button', { name: 'ForgotPassword', exact: true }).click()
  await expect(newestStep(page, 'done: ForgotPassword')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+E')
  await expect(window.exporting.dialog).toBeVisible()
})

test('calls with tokens begin with GetUser, and a code is sent to the user of the sign-in', async ({
  application: { page, window },
}) => {
  await window.goTo('Account')
  await choose(page, 'DeleteUser')
  await window.goTo('Sign-in')
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await page.getByRole('button', { name: 'Calls with these tokens…' }).click()
  await expect(page.getByRole('form', { name: 'GetUser', exact: true })).toBeVisible()
  const forgot = await choose(page, 'ForgotPassword')
  await expect(forgot.getByLabel(/^Username/)).toHaveValue('alice')
})

test('a forgotten password is set with the code from the outbox', async ({ application }) => {
  const { page, window } = application
  await window.goTo('Account')
  const forgot = await choose(page, 'ForgotPassword')
  await forgot.getByLabel(/^Username/).fill('alice')
  await forgot.getByRole('button', { name: 'ForgotPassword', exact: true }).click()
  await expect(newestStep(page, 'done: ForgotPassword')).toBeVisible()
  const confirm = await choose(page, 'ConfirmForgotPassword')
  await confirm.getByLabel(/^New password/).fill('Canary-Password-2!')
  await confirm.getByRole('button', { name: /^Use \d+ from the practice outbox$/ }).click()
  await expect(newestStep(page, 'done: ConfirmForgotPassword')).toBeVisible()
})

test('an attribute is changed, and signing out everywhere is confirmed and checked', async ({
  application,
}) => {
  const { page, window } = application
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await page.getByRole('button', { name: 'Calls with these tokens…' }).click()
  const update = await choose(page, 'UpdateUserAttributes')
  await update.getByRole('button', { name: 'Add one' }).click()
  await update.getByLabel('Attributes: key 1').fill('email')
  await update.getByLabel('Attributes: value 1').fill('other@example.com')
  await update.getByRole('button', { name: 'UpdateUserAttributes', exact: true }).click()
  await expect(newestStep(page, 'done: UpdateUserAttributes')).toBeVisible()
  const verify = await choose(page, 'VerifyUserAttribute')
  await verify.getByLabel(/^Attribute/).selectOption('email')
  await verify.getByRole('button', { name: /^Use \d+ from the practice outbox$/ }).click()
  await expect(newestStep(page, 'done: VerifyUserAttribute')).toBeVisible()
  const signOut = await choose(page, 'GlobalSignOut')
  await signOut.getByRole('button', { name: 'GlobalSignOut…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(newestStep(page, 'done: GlobalSignOut')).toBeVisible()
  await page.getByRole('button', { name: 'Check which tokens still work' }).click()
  const proof = page.getByRole('status', { name: 'Proof' })
  await expect(proof).toContainText('The access token no longer works.')
  await expect(proof).toContainText('The refresh token no longer works.')
  await expect(proof).toContainText('Offline verifiers')
})

test('a sign-in by email address shows which username a refresh is hashed with', async ({
  application,
}) => {
  const { page, window } = application
  await window.profiles.choose('Practice: email-secret')
  await window.signIn.signInAs('email-user@example.com')
  await window.timeline.toBeSignedIn()
  await page.getByRole('button', { name: 'Calls with these tokens…' }).click()
  await page.getByRole('button', { name: 'Find the username SECRET_HASH expects' }).click()
  const tried = page.getByRole('status', { name: 'Usernames tried' })
  await expect(tried).toContainText('Wrong for email-user@example.com')
  await expect(tried).toContainText(/Correct for [0-9a-f-]{36}.*username of the access token/)
  await expect(newestStep(page, 'done: InitiateAuth')).toBeVisible()
})
