import { expect, test } from './application.ts'

test('an ADMIN_ flow can be sent as the administrator, without AWS credentials in the practice pool', async ({
  application,
}) => {
  const { profiles, signIn, timeline } = application.window
  await profiles.choose('Practice: web-public')
  await signIn.chooseFlow('ADMIN_USER_PASSWORD_AUTH')
  await expect(signIn.request).toContainText('Only AdminInitiateAuth takes this flow')
  await signIn.request.getByRole('button', { name: 'Call as the administrator' }).click()
  await expect(signIn.request.getByRole('radio', { name: 'administrator' })).toBeChecked()
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()
  await timeline.toShow(['done: AdminInitiateAuth leads to tokens'])
})
