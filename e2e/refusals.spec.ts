import { expect, test } from './application.ts'
import { password, webPublic } from './practice-users.ts'

test('a wrong password is named as the cause, with the excluded causes, and can be corrected', async ({
  application,
}) => {
  const { signIn, timeline } = application.window
  await signIn.signInAs('alice', 'Wrong-Password-9!')
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'refused: RespondToAuthChallenge PASSWORD_VERIFIER leads to NotAuthorizedException',
  ])
  const card = timeline.step(2)
  await expect(card).toContainText('The password is wrong')
  await expect(card).toContainText('Incorrect username or password.')
  await expect(
    card.getByRole('button', { name: 'Try the same password with USER_PASSWORD_AUTH' }),
  ).toBeVisible()
  // What the trace disproves is counted, and not shown as a cause.
  const excluded = card.getByText(/^\d+ causes excluded by this trace$/)
  await expect(card.getByText('The clock differs from Cognito’s')).toBeHidden()
  await excluded.click()
  await expect(card.getByText('The clock differs from Cognito’s')).toBeVisible()

  // The refused password is not tried again, and neither is the known one without being asked for.
  await expect(signIn.field('Password')).toHaveAttribute('placeholder', 'was refused')
  await timeline.startOver()
  await expect(signIn.field('Password')).toBeFocused()
  await application.page.keyboard.press('ControlOrMeta+Enter')
  await expect(signIn.request.getByRole('alert')).toHaveText('Password is missing.')
  await expect(timeline.region).toHaveAttribute('data-state', 'refused')
  await signIn.useKnownPassword()
  await expect(signIn.field('Password')).toHaveAttribute('placeholder', 'from the practice pool')
  await timeline.startOver()
  await timeline.toBeSignedIn()

  // One that was not refused is kept for the next try, until it shall be forgotten.
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
  await expect(signIn.field('Password')).toHaveAttribute('placeholder', 'typed before')
  await signIn.forgetPassword()
  await expect(signIn.field('Password')).toHaveAttribute('placeholder', 'from the practice pool')
})

test('a wrong code keeps the session, and the right one then passes', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.signInAs('sms-user', password)
  await timeline.toWaitFor('SMS_MFA')
  const code = pool.newestCode('sms-user')
  await timeline.answerCode(code === '000000' ? '111111' : '000000')

  await expect(timeline.step(3)).toContainText('The code is not from the newest message')
  await expect(timeline.step(3)).toContainText('CodeMismatchException')
  const card = await timeline.toWaitFor('SMS_MFA')
  await expect(card).toContainText('That answer was rejected. You can try again in this session.')
  await timeline.answerCode(code)
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to SMS_MFA',
    'refused: RespondToAuthChallenge SMS_MFA leads to CodeMismatchException',
    'done: RespondToAuthChallenge SMS_MFA leads to tokens',
  ])
  const sessions = await timeline.sessionMarks()
  expect(sessions[3], 'step 4 is sent with the session of step 3').toBe(sessions[2])
})

test('an answer in an expired session is refused with the reason', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.signInAs('sms-user', password)
  await timeline.toWaitFor('SMS_MFA')
  pool.advance(4 * 60_000)
  await timeline.answerCode(pool.newestCode('sms-user'))
  await expect(timeline.step(3)).toContainText('The answer was sent after the Session had expired')
  await expect(timeline.step(3)).toContainText('session is expired.')
  await expect(timeline.answer).toBeHidden()

  await timeline.startOver()
  await timeline.toWaitFor('SMS_MFA')
  await timeline.answerCode(pool.newestCode('sms-user'))
  await timeline.toBeSignedIn()
})

test('an unknown user is named as such only if the client allows it', async ({ application }) => {
  const { profiles, signIn, timeline } = application.window
  await signIn.signInAs('nobody', password)
  await timeline.toShow(['refused: InitiateAuth leads to UserNotFoundException'])
  await expect(timeline.step(1)).toContainText('There is no such user in this pool')

  await profiles.choose('Practice: srp-only')
  await signIn.signInAs('nobody', password)
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'refused: RespondToAuthChallenge PASSWORD_VERIFIER leads to NotAuthorizedException',
  ])
  await expect(timeline.step(2)).toContainText('There is no such user in this pool')
})

test('each user state that prevents signing in has its own explanation', async ({
  application,
}) => {
  const { goTo, practice, signIn, timeline } = application.window
  for (const [username, error, title] of [
    ['disabled-user', 'NotAuthorizedException', 'The user is disabled'],
    ['unconfirmed-user', 'UserNotConfirmedException', 'The user has not confirmed the sign-up'],
    ['reset-user', 'PasswordResetRequiredException', 'The password must be reset first'],
    ['expired-temporary-user', 'NotAuthorizedException', 'The temporary password has expired'],
    [
      'locked-user',
      'NotAuthorizedException',
      'The user is locked out after too many wrong passwords',
    ],
  ] as const)
    await test.step(username, async () => {
      await goTo('Practice pool')
      await practice.signInAs(username)
      await expect(signIn.field('Username')).toHaveValue(username)
      await signIn.button.click()
      const last = timeline.region.getByRole('listitem').filter({ hasText: error })
      await expect(last).toContainText(title)
      await expect(timeline.region).toContainText(username)
      await expect(timeline.region.getByRole('button', { name: 'Start over' })).toBeVisible()
    })
})

test('a flow that the client does not allow is named with the missing flag', async ({
  application,
}) => {
  const { profiles, signIn, timeline } = application.window
  await profiles.choose('Practice: srp-only')
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  await signIn.signInAs('alice')
  await timeline.toShow(['refused: InitiateAuth leads to InvalidParameterException'])
  await expect(timeline.step(1)).toContainText('USER_PASSWORD_AUTH is off for this app client')
  await expect(timeline.step(1)).toContainText('ALLOW_USER_PASSWORD_AUTH')

  await profiles.choose('Practice: password-only')
  await signIn.chooseFlow('USER_SRP_AUTH')
  await signIn.signInAs('alice')
  await expect(timeline.step(1)).toContainText('USER_SRP_AUTH is off for this app client')
})

test('five wrong passwords lock a user out, and waiting ends it', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  for (let failure = 1; failure <= 5; failure++) {
    await signIn.signInAs('alice', `Wrong-Password-${String(failure)}!`)
    await expect.poll(() => pool.received.length).toBe(failure)
    await expect(timeline.step(1)).toContainText('The password is wrong')
  }
  await signIn.signInAs('alice', password)
  await expect(timeline.step(1)).toContainText(
    'The user is locked out after too many wrong passwords',
  )
  pool.advance(2000)
  await timeline.startOver()
  await timeline.toBeSignedIn()
})
