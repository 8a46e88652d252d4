import { expect, test } from './application.ts'

test('an enabled fault refuses the sign-in with an explanation, and without it the sign-in passes', async ({
  application,
}) => {
  const { goTo, practice, signIn, timeline } = application.window
  await goTo('Practice pool')
  await practice.fault('Threat protection: sign-in blocked').click()
  await expect(practice.active).toContainText('Active faults')

  await practice.signInAs('alice')
  await signIn.button.click()
  const card = timeline.step(1)
  await expect(card).toContainText('NotAuthorizedException')
  await expect(card).toContainText('Unable to login because of security reasons.')

  // Nobody who looks at the refusal has forgotten who ordered it.
  await application.page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Practice pool faults: Threat protection/ })
    .click()
  await expect(practice.faults).toContainText('hit 1×')
  await practice.active.getByRole('button', { name: 'Disable all' }).click()
  await expect(practice.faults).toContainText('No faults enabled.')

  await practice.signInAs('alice')
  await signIn.button.click()
  await timeline.toBeSignedIn()
})

test('a user is locked out manually, and a reset undoes it', async ({ application }) => {
  const { goTo, practice } = application.window
  await goTo('Practice pool')
  const state = await practice.stateOf('alice')
  await state.getByRole('button', { name: 'Lock out' }).click()
  await expect(practice.user('alice')).toContainText(/locked \d+:\d\d/)
  await practice.reset()
  await expect(practice.user('alice')).not.toContainText('locked')
})

test('a flow that was removed from its client is refused', async ({ application }) => {
  const { goTo, practice, signIn, timeline } = application.window
  await goTo('Practice pool')
  const flags = await practice.flagsOf('web-public')
  await flags.getByRole('checkbox', { name: 'ALLOW_USER_SRP_AUTH' }).uncheck()
  await practice.signInAs('alice')
  await signIn.button.click()
  await expect(timeline.step(1)).toContainText('USER_SRP_AUTH is not enabled for the client.')
})
