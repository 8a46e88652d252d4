import { totpCode, totpStep } from '#engine/totp/totp.ts'
import { expect, test } from './application.ts'
import { totpSecret } from './practice-users.ts'

test('a step-up uses the token of the sign-in, and shows what it changed', async ({
  application,
}) => {
  const { profiles, signIn, timeline } = application.window
  await profiles.choose('Practice: choice')
  await signIn.chooseFlow('USER_SRP_AUTH')
  await signIn.signInAs('choice-user')
  await timeline.toBeSignedIn()
  await expect(timeline.region).toContainText('urn:cognito:loa:1 by pwd')

  await signIn.chooseFlow('USER_AUTH')
  await signIn.field('Requested assurance').fill('urn:cognito:loa:4')
  await signIn.field('Step up from').selectOption('ACCESS_TOKEN')
  await expect(signIn.field('Access token')).toHaveAttribute('placeholder', 'from the last sign-in')
  await signIn.answerAutomatically('TOTP', false)
  await signIn.button.click()
  await timeline.toWaitFor('SOFTWARE_TOKEN_MFA')
  await timeline.answerCode(totpCode(totpSecret, totpStep(Date.now())))
  await timeline.toBeSignedIn()
  await expect(timeline.region).toContainText(
    /urn:cognito:loa:1 by pwd →\s*urn:cognito:loa:4 by pwd, otp/,
  )
})
