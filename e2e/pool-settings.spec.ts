import { expect, test } from './application.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

test('tier, sessions and replica of a pool are changed, and what the tier lacks is refused', async ({
  application,
}, testInfo) => {
  const { goTo, practice, signIn, timeline } = application.window
  await goTo('Practice pool')
  const settings = await practice.settingsOf('Practice1')
  const form = (name: string) => settings.getByRole('form', { name })
  const apply = (name: string) => form(name).getByRole('button', { name: 'Apply' }).click()

  await form('Session management').getByLabel('Track user sessions').check()
  await form('Session management').getByLabel('Sessions per user').fill('1')
  await apply('Session management')
  await expect(form('Session management').getByRole('status')).toContainText(
    'FeatureUnavailableInTierException',
  )
  await form('Feature plan').getByLabel('Tier').selectOption('Plus')
  await apply('Feature plan')
  await expect(practice.main.getByText('Plus', { exact: true }).first()).toBeVisible()
  await apply('Session management')
  await expect(form('Session management').getByRole('status')).toHaveText('Changed.')
  await form('Replica in another region')
    .getByLabel('Region', { exact: true })
    .selectOption('eu-west-1')
  await apply('Replica in another region')
  await expect(settings).toContainText(/127\.0\.0\.1:\d+\/replica\/eu-west-1 answers calls\./)
  await form('Feature plan').getByLabel('Tier').selectOption('Lite')
  await apply('Feature plan')
  await expect(form('Feature plan').getByRole('status')).toContainText(
    'LITE pricing tier configured: Session Management, Multi-Region Replication',
  )
  await settings.scrollIntoViewIfNeeded()
  await takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`settings-${end}`))

  await practice.signInAs('alice')
  await signIn.button.click()
  await timeline.toBeSignedIn()
  await goTo('Practice pool')
  const state = await practice.stateOf('alice')
  const sessions = state.getByRole('list', { name: 'Active sessions of alice' })
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await expect(sessions).toContainText('web-public, signed in')
  await takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`sessions-${end}`))
  await sessions.getByRole('button', { name: /^End the session tkn/ }).click()
  await expect(sessions).toBeHidden()
  await expect(state).toContainText('Active sessions')
})
