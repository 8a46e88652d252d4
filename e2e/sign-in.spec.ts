import { totpCode, totpStep } from '#engine/totp/totp.ts'
import { expect, test } from './application.ts'
import {
  emailSecret,
  password,
  temporaryPassword,
  totpSecret,
  webPublic,
} from './practice-users.ts'

test('one key press from a fresh start signs in to the practice pool', async ({ application }) => {
  const { signIn, timeline, tokens } = application.window
  await signIn.pressKeyToRun()
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to tokens',
  ])
  await expect(tokens.token('ID token')).toContainText('Signature valid')
})

test('starting with missing values says what is missing', async ({ application, servers }) => {
  const pool = await servers.pool()
  const { page, profiles, signIn } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.typeUser('alice')
  const password = signIn.field('Password')
  for (const attempt of [
    () => page.keyboard.press('ControlOrMeta+Enter'),
    () =>
      page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).last().click(),
  ]) {
    await signIn.field('Username').focus()
    await attempt()
    await expect(password).toBeFocused()
    await expect(password).toHaveAccessibleDescription('Password is missing.')
    await expect(signIn.request.getByRole('alert')).toHaveText('Password is missing.')
  }
  expect(pool.received).toHaveLength(0)
})

test('USER_SRP_AUTH proves a typed password to a foreign server without sending it', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { inspector, profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await expect(signIn.button).toBeDisabled()
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()

  expect(pool.received.map(({ operation }) => operation)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
  ])
  expect(JSON.stringify(pool.received)).not.toContain(password)
  expect(pool.received[0]?.body).toMatchObject({
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: webPublic.clientId,
    AuthParameters: { USERNAME: 'alice', SRP_A: expect.stringMatching(/^[0-9a-f]+$/) as unknown },
  })

  // What was sent is what the window shows, with marks instead of secrets.
  await timeline.select(2)
  const request = await inspector.open('Request')
  await expect(request).toContainText(`POST ${pool.endpoint}/`)
  await expect(request).toContainText('PASSWORD_CLAIM_SIGNATURE')
  const { PASSWORD_CLAIM_SIGNATURE: signature } = pool.received[1]?.body[
    'ChallengeResponses'
  ] as Record<string, string>
  await expect(request).not.toContainText(signature!)
})

test('SRP is answered manually when its switch is off, and shows its computation', async ({
  application,
}) => {
  const { inspector, signIn, timeline } = application.window
  await signIn.answerAutomatically('SRP', false)
  await signIn.signInAs('alice')
  await timeline.toWaitFor('PASSWORD_VERIFIER')
  await expect(timeline.answer.getByLabel(/^Signature/)).toBeVisible()
  await timeline.computeIt()
  await timeline.toBeSignedIn()
  await timeline.select(2)
  const computation = await inspector.open('SRP')
  for (const name of ['salt', 'B', 'u', 'x', 'S', 'K', 'TIMESTAMP', 'signature'])
    await expect(computation.getByRole('rowheader', { name, exact: true })).toBeVisible()
})

test('USER_PASSWORD_AUTH sends the password once, and the timeline has one call', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { inspector, profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
  await timeline.toShow(['done: InitiateAuth leads to tokens'])
  expect(pool.received).toHaveLength(1)
  expect(pool.received[0]?.body['AuthParameters']).toEqual({
    USERNAME: 'alice',
    PASSWORD: password,
  })
  await timeline.select(1)
  await expect(await inspector.open('Request')).toContainText(/"PASSWORD": .?password [0-9a-f]{4}/)
})

test('a temporary password is replaced, with the missing attribute and no other', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.signInAs('temporary-password-user', temporaryPassword)
  const card = await timeline.toWaitFor('NEW_PASSWORD_REQUIRED')
  await expect(card).toContainText('A permanent password is required, and: name.')
  const calls = pool.received.length

  await timeline.answerNewPassword('Better-Password-2!')
  await expect(timeline.answer.getByLabel(/^name/)).toBeFocused()
  expect(pool.received, 'an incomplete answer is not sent').toHaveLength(calls)

  await timeline.answerNewPassword('Better-Password-2!', { name: 'Temporary User' })
  await timeline.toBeSignedIn()
  expect(pool.received.at(-1)?.body['ChallengeResponses']).toEqual({
    USERNAME: 'temporary-password-user',
    NEW_PASSWORD: 'Better-Password-2!',
    'userAttributes.name': 'Temporary User',
  })

  // The new password is known from now on, the temporary one forgotten.
  await signIn.signInAs('temporary-password-user')
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to tokens',
  ])
})

test('an SMS code is taken from the practice outbox', async ({ application }) => {
  const { goTo, practice, signIn, timeline } = application.window
  await signIn.signInAs('sms-user')
  const card = await timeline.toWaitFor('SMS_MFA')
  await expect(card).toContainText('by text message')
  await expect(card.getByRole('timer')).toContainText(/session expires in [23]:/)
  await goTo('Practice pool')
  await expect(practice.outbox.getByRole('listitem')).toContainText(/sms-user.*text message/s)
  await goTo('Sign-in')
  await timeline.useCodeFromOutbox()
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to SMS_MFA',
    'done: RespondToAuthChallenge SMS_MFA leads to tokens',
  ])
})

test('an authenticator’s code is computed automatically if the secret is known', async ({
  application,
}) => {
  const { inspector, signIn, timeline } = application.window
  await signIn.signInAs('totp-user')
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to SOFTWARE_TOKEN_MFA',
    'done: RespondToAuthChallenge SOFTWARE_TOKEN_MFA leads to tokens',
  ])
  await timeline.select(3)
  await expect(await inspector.open('Explain')).toContainText('Authscope (automatic)')
})

test('an authenticator’s code is computed on request when its switch is off', async ({
  application,
}) => {
  const { signIn, timeline } = application.window
  await signIn.answerAutomatically('TOTP', false)
  await signIn.signInAs('totp-user')
  const card = await timeline.toWaitFor('SOFTWARE_TOKEN_MFA')
  await expect(card).toContainText('The switch for automatic answers is off.')
  await timeline.computeIt()
  await timeline.toBeSignedIn()
})

test('an authenticator’s code is typed if no secret is known', async ({ application, servers }) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.signInAs('totp-user', password)
  const card = await timeline.toWaitFor('SOFTWARE_TOKEN_MFA')
  await expect(card).toContainText('“practice authenticator”')
  await expect(card).toContainText('No TOTP secret is saved for this user.')
  await timeline.answerCode(totpCode(totpSecret, totpStep(Date.now())))
  await timeline.toBeSignedIn()
})

test('a user with two factors chooses either', async ({ application }) => {
  const { signIn, timeline } = application.window
  await signIn.signInAs('choose-mfa-user')
  await timeline.toWaitFor('SELECT_MFA_TYPE')
  await timeline.chooseFactor('Text message')
  await timeline.toWaitFor('SMS_MFA')
  await timeline.useCodeFromOutbox()
  await timeline.toBeSignedIn()

  await signIn.signInAs('choose-mfa-user')
  await timeline.toWaitFor('SELECT_MFA_TYPE')
  await timeline.chooseFactor('Authenticator app')
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to SELECT_MFA_TYPE',
    'done: RespondToAuthChallenge SELECT_MFA_TYPE leads to SOFTWARE_TOKEN_MFA',
    'done: RespondToAuthChallenge SOFTWARE_TOKEN_MFA leads to tokens',
  ])
})

test('a client with a secret hashes the right username at every step, refreshes included', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { profiles, signIn, timeline, tokens } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, totpSecret, ...emailSecret })
  // Signs in by an address, behind which the real user name is a UUID.
  await signIn.signInAs('email-user@example.com', password)
  await timeline.toBeSignedIn()
  const hashes = pool.received.map(({ body }) => {
    const values = (body['AuthParameters'] ?? body['ChallengeResponses']) as Record<string, string>
    return values['SECRET_HASH']
  })
  expect(hashes).toHaveLength(3)
  expect(hashes[1], 'the proof is made over USER_ID_FOR_SRP').not.toBe(hashes[0])
  expect(hashes[2]).toBe(hashes[1])

  const { USERNAME = '' } = pool.received.at(-1)?.body['ChallengeResponses'] as Record<
    string,
    string
  >
  await signIn.chooseFlow('REFRESH_TOKEN_AUTH')
  await signIn.field('Real username').fill(USERNAME)
  await signIn.button.click()
  await timeline.toShow(['done: InitiateAuth leads to tokens'])
  await timeline.toBeSignedIn()
  expect(pool.received.at(-1)?.body).toMatchObject({
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { SECRET_HASH: hashes[1] },
  })

  await tokens.refresh()
  await timeline.toShow([
    'done: InitiateAuth leads to tokens',
    'done: GetTokensFromRefreshToken leads to tokens',
  ])
  const { body } = pool.received.at(-1) ?? {}
  expect(Object.keys(body ?? {}).sort(), 'it takes the secret, and no hash').toEqual([
    'ClientId',
    'ClientSecret',
    'RefreshToken',
  ])
})

test('tokens are refreshed with the button, repeatedly, and with the flow’s own tab', async ({
  application,
}) => {
  const { signIn, timeline, tokens } = application.window
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()
  await expect(tokens.token('Refresh token')).toBeVisible()

  // Without rotation a refresh returns no new refresh token; the first one stays valid. The sign-in
  // stays on the screen, and each refresh goes on in its story.
  const story = [
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to tokens',
  ]
  for (const time of ['first', 'second']) {
    await test.step(`${time} refresh`, async () => {
      await tokens.refresh()
      story.push('done: GetTokensFromRefreshToken leads to tokens')
      await timeline.toShow(story)
      await expect(tokens.token('Access token')).toContainText('Signature valid')
      await expect(tokens.token('Refresh token')).toBeVisible()
      const changes = timeline.region.getByRole('list', { name: 'What the refresh changed' })
      await expect(changes.last()).toContainText('No new refresh token: the old one stays valid.')
    })
  }

  for (const [flow, operation] of [
    ['REFRESH_TOKEN_AUTH', 'InitiateAuth'],
    ['GetTokensFromRefreshToken', 'GetTokensFromRefreshToken'],
  ] as const) {
    await signIn.chooseFlow(flow)
    await expect(signIn.field('Refresh token')).toHaveAttribute(
      'placeholder',
      'from the last sign-in',
    )
    await signIn.button.click()
    await timeline.toBeSignedIn()
    await timeline.toShow([`done: ${operation} leads to tokens`])
  }
})

test('a rotated refresh token is replaced by the new one', async ({ application }) => {
  const { profiles, signIn, timeline, tokens } = application.window
  await profiles.choose('Practice: rotating')
  await signIn.signInAs('choice-user')
  await timeline.toBeSignedIn()
  const refreshed = timeline.region
    .getByRole('listitem')
    .filter({ has: application.page.getByRole('list', { name: 'What the refresh changed' }) })
  for (const count of [1, 2]) {
    await test.step(`refresh ${String(count)}`, async () => {
      await tokens.refresh()
      await expect(refreshed).toHaveCount(count)
      await expect(tokens.token('Refresh token')).toBeVisible()
      await expect(refreshed.last().getByRole('timer')).toContainText('(grace period)')
    })
  }
  await signIn.chooseFlow('REFRESH_TOKEN_AUTH')
  await signIn.button.click()
  await expect(timeline.region).toContainText('Refresh token rotation is on')
})
