import { expect, test } from './application.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

test('a run is started over up to a step with an edited answer, from the step’s menu and from the history', async ({
  application,
}, testInfo) => {
  const { page, window } = application
  await window.signIn.signInAs('choose-mfa-user')
  await window.timeline.toWaitFor('SELECT_MFA_TYPE')
  await window.timeline.answer.getByRole('radio', { name: 'SOFTWARE_TOKEN_MFA' }).check()
  await window.timeline.answer.getByRole('button', { name: 'Answer', exact: true }).click()
  await window.timeline.toBeSignedIn()

  const card = window.timeline.step(3)
  await card.getByRole('button', { name: 'Step menu' }).click()
  await page.getByRole('menuitem', { name: 'Run again up to here…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Run again up to a step' })
  await expect(dialog.getByText(/3 calls, which count as attempts/)).toBeVisible()
  const answer = dialog.getByRole('group', { name: /SELECT_MFA_TYPE/ }).getByLabel('ANSWER')
  await expect(answer).toHaveAttribute('placeholder', 'SOFTWARE_TOKEN_MFA')
  await takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`redrive-${end}`))
  await answer.fill('SMS_MFA')
  await answer.press('Enter')
  await window.timeline.toWaitFor('SMS_MFA')
  await expect(window.timeline.region).toContainText('Continue manually')

  // The first run, from the history, by the command’s keys.
  await window.goTo('History')
  await window.history.list.getByRole('listitem').nth(1).getByRole('button').click()
  await window.timeline.toBeSignedIn()
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(dialog).toBeVisible()
  // A code of the authenticator works once in 30 seconds, so that the run stops before it.
  await dialog.getByLabel('Up to step').selectOption('3')
  await dialog.getByRole('button', { name: 'Run again' }).click()
  await window.timeline.toWaitFor('SOFTWARE_TOKEN_MFA')
})
