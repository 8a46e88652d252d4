import { beforeEach, describe, expect, it } from 'vitest'
import { passwordClaim, passwordSignIn, response, srpSignIn } from '../test-bed/pool-under-test.ts'
import { sumChallenge } from './sum-challenge.ts'
import {
  allPass,
  customAuth,
  pass,
  password,
  poolId,
  signUp,
  triggersUnderTest,
  type TriggersUnderTest,
} from '../test-bed/triggers-under-test.ts'

let test: TriggersUnderTest
const setUp = (...settings: Parameters<typeof triggersUnderTest>) => {
  test = triggersUnderTest(...settings)
}

beforeEach(() => {
  setUp(allPass)
})

describe('triggers run in the order of', () => {
  it('a password sign-in', async () => {
    await test.succeed('InitiateAuth', passwordSignIn('app', 'ann', password))
    expect(test.order()).toEqual([
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ])
  })

  it('a wrong password, after which no trigger runs', async () => {
    await test.refusal('InitiateAuth', passwordSignIn('app', 'ann', 'wrong'))
    expect(test.order()).toEqual(['PreAuthentication_Authentication'])
  })

  it('an SRP sign-in, whose unknown user is not migrated', async () => {
    const verifier = await test.succeed('InitiateAuth', srpSignIn('app', 'ann'))
    expect(test.order()).toEqual(['PreAuthentication_Authentication'])
    const claim = passwordClaim(poolId, verifier, password, test.now())
    await test.succeed('RespondToAuthChallenge', response('app', verifier, claim))
    expect(test.order().slice(1)).toEqual([
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ])
    test.runs.length = 0
    await test.refusal('InitiateAuth', srpSignIn('app', 'nobody'))
    expect(test.order()).toEqual([])
  })

  it('a sign-in with a code, and of a temporary password', async () => {
    const challenged = await test.succeed('InitiateAuth', passwordSignIn('app', 'sms', password))
    const answer = { USERNAME: 'sms', SMS_MFA_CODE: test.sentCode() }
    await test.succeed('RespondToAuthChallenge', response('app', challenged, answer))
    expect(test.order()).toEqual([
      'PreAuthentication_Authentication',
      'CustomMessage_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ])
    const first = await test.succeed('InitiateAuth', passwordSignIn('app', 'new', password))
    const fresh = { USERNAME: 'new', NEW_PASSWORD: 'Better-Password-2!' }
    await test.succeed('RespondToAuthChallenge', response('app', first, fresh))
    expect(test.order().at(-1)).toBe('TokenGeneration_NewPasswordChallenge')
  })

  it('a custom sign-in', async () => {
    setUp({ ...allPass, ...sumChallenge })
    const first = await test.succeed('InitiateAuth', customAuth())
    const second = await test.succeed(
      'RespondToAuthChallenge',
      response('app', first, { USERNAME: 'ann', ANSWER: '-' }),
    )
    await test.succeed(
      'RespondToAuthChallenge',
      response('app', second, { USERNAME: 'ann', ANSWER: '6' }),
    )
    const round = ['DefineAuthChallenge_Authentication', 'CreateAuthChallenge_Authentication']
    expect(test.order()).toEqual([
      'PreAuthentication_Authentication',
      ...round,
      'VerifyAuthChallengeResponse_Authentication',
      ...round,
      'VerifyAuthChallengeResponse_Authentication',
      'DefineAuthChallenge_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ])
    expect(test.requestOf('DefineAuthChallenge_Authentication')).toMatchObject({ session: [] })
    expect(test.runs.at(-3)?.event['request']).toMatchObject({
      session: [
        { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'SUM' },
        { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'SUM' },
      ],
    })
  })

  it('a refresh, which is PreTokenGeneration alone', async () => {
    const { AuthenticationResult } = await test.succeed(
      'InitiateAuth',
      passwordSignIn('app', 'ann', password),
    )
    test.runs.length = 0
    const RefreshToken = AuthenticationResult?.['RefreshToken']
    const ClientMetadata = { from: 'refresh' }
    await test.succeed('GetTokensFromRefreshToken', {
      ClientId: 'app',
      RefreshToken,
      ClientMetadata,
    })
    expect(test.order()).toEqual(['TokenGeneration_RefreshTokens'])
    expect(test.requestOf('TokenGeneration_RefreshTokens')).toMatchObject({
      clientMetadata: ClientMetadata,
    })
  })

  it('a sign-up and a forgotten password', async () => {
    await test.succeed('SignUp', signUp())
    const ConfirmationCode = test.sentCode()
    await test.succeed('ConfirmSignUp', { ClientId: 'app', Username: 'bob', ConfirmationCode })
    await test.succeed('ForgotPassword', { ClientId: 'app', Username: 'bob' })
    await test.succeed('ConfirmForgotPassword', {
      ClientId: 'app',
      Username: 'bob',
      Password: 'Better-Password-2!',
      ConfirmationCode: test.sentCode(),
    })
    expect(test.order()).toEqual([
      'PreSignUp_SignUp',
      'CustomMessage_SignUp',
      'PostConfirmation_ConfirmSignUp',
      'CustomMessage_ForgotPassword',
      'PostConfirmation_ConfirmForgotPassword',
    ])
  })
})

describe('an event', () => {
  it('says who, where and in which version, with the attributes that Cognito adds', async () => {
    await test.pool.call(
      'InitiateAuth',
      JSON.stringify(passwordSignIn('app', 'ann', password)),
      '',
      'request-1',
    )
    const [run] = test.runs
    expect(run).toMatchObject({ requestId: 'request-1', trigger: 'PreAuthentication' })
    expect(run?.event).toMatchObject({
      version: '1',
      triggerSource: 'PreAuthentication_Authentication',
      region: 'us-east-1',
      userPoolId: poolId,
      userName: 'ann',
      callerContext: { clientId: 'app' },
      request: {
        userAttributes: {
          name: 'Ann',
          'cognito:user_status': 'CONFIRMED',
          sub: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        },
      },
      response: {},
    })
    expect(run?.answer).toEqual(run?.event)
  })

  it('carries the metadata of InitiateAuth only to what runs before, never to a first round', async () => {
    setUp({ ...allPass, ...sumChallenge })
    const ClientMetadata = { from: 'initiate' }
    const first = await test.succeed('InitiateAuth', { ...customAuth(), ClientMetadata })
    expect(test.requestOf('PreAuthentication_Authentication')).toMatchObject({
      validationData: ClientMetadata,
    })
    expect(JSON.stringify(test.requestOf('DefineAuthChallenge_Authentication'))).not.toContain(
      'from',
    )
    expect(JSON.stringify(test.requestOf('CreateAuthChallenge_Authentication'))).not.toContain(
      'from',
    )
    test.runs.length = 0
    await test.succeed('RespondToAuthChallenge', {
      ...response('app', first, { USERNAME: 'ann', ANSWER: '5' }),
      ClientMetadata: { from: 'respond' },
    })
    expect(test.runs.map(({ event }) => event['request'])).toEqual(
      test.runs.map(
        () => expect.objectContaining({ clientMetadata: { from: 'respond' } }) as unknown,
      ),
    )
  })

  it('carries both kinds of data of a sign-up separately', async () => {
    const ClientMetadata = { from: 'client' }
    await test.succeed('SignUp', {
      ...signUp({ ClientMetadata, ValidationData: [{ Name: 'robot', Value: 'no' }] }),
    })
    expect(test.requestOf('PreSignUp_SignUp')).toMatchObject({
      validationData: { robot: 'no' },
      clientMetadata: ClientMetadata,
    })
  })

  it('is sent for an unknown user only where a client may not learn that there is none', async () => {
    await test.refusal('InitiateAuth', customAuth('app', 'nobody'))
    expect(test.order()).toEqual([])
    setUp({ ...sumChallenge, PreAuthentication: pass })
    const challenged = await test.succeed('InitiateAuth', customAuth('hiding', 'nobody'))
    expect(test.requestOf('PreAuthentication_Authentication')).toEqual({
      userAttributes: {},
      userNotFound: true,
    })
    expect(
      await test.refusal(
        'RespondToAuthChallenge',
        response('hiding', challenged, { USERNAME: 'nobody', ANSWER: '5' }),
      ),
    ).toBe('NotAuthorizedException: Incorrect username or password.')
  })
})
