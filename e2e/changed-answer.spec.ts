import { expect, test } from './application.ts'

test('a computed answer can be edited before it is sent', async ({ application }) => {
  const { page, window } = application
  const { answer } = window.timeline
  await page.getByRole('switch', { name: 'SRP' }).click()
  await window.signIn.signInAs('alice')
  await window.timeline.toWaitFor('PASSWORD_VERIFIER')
  await answer.getByRole('button', { name: 'Compute and edit…' }).click()
  await expect(answer.getByLabel(/^Signature/)).toBeFocused()
  await expect(answer.getByLabel(/^Signature/)).toHaveAttribute('placeholder', 'computed')
  const timestamp = answer.getByLabel(/^Timestamp/)
  await expect(timestamp).toHaveValue(/ UTC \d{4}$/)
  await timestamp.fill('Thu Jan 1 00:00:01 UTC 1970')
  await window.timeline.send()
  await window.timeline.toBeRefused()
  await window.timeline.select(2)
  await expect(window.timeline.region).toContainText('Incorrect username or password.')

  await window.timeline.startOver()
  await window.timeline.toWaitFor('PASSWORD_VERIFIER')
  await answer.getByRole('button', { name: 'Compute and edit…' }).click()
  await expect(timestamp).toHaveValue(/ UTC \d{4}$/)
  await window.timeline.send()
  await window.timeline.toBeSignedIn()
})

test('a fault can be chosen for a pending challenge', async ({ application }) => {
  const { window } = application
  const { answer } = window.timeline
  await window.signIn.signInAs('sms-user')
  await window.timeline.toWaitFor('SMS_MFA')
  await answer.getByRole('button', { name: 'More inputs' }).click()
  const fault = answer.getByLabel('Inject a fault')
  await fault.selectOption('A wrong code')
  await expect(answer).toContainText('Leads to CodeMismatchException.')
  await expect(fault.getByRole('option', { name: 'A wrong SRP signature' })).toHaveCount(0)
  await window.timeline.useCodeFromOutbox()
  await window.timeline.toWaitForAnother('SMS_MFA')
  await expect(window.timeline.step(3)).toContainText('A wrong code')
  await window.timeline.useCodeFromOutbox()
  await window.timeline.toBeSignedIn()
})
