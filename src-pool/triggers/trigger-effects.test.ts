import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { passwordSignIn } from '../test-bed/pool-under-test.ts'
import { triggers, type TriggerName } from './index.ts'
import {
  answering,
  customAuth,
  pass,
  password,
  poolId,
  signUp,
  throwing,
  triggersUnderTest,
  type TriggersUnderTest,
} from '../test-bed/triggers-under-test.ts'

let test: TriggersUnderTest
const setUp = (...settings: Parameters<typeof triggersUnderTest>) => {
  test = triggersUnderTest(...settings)
}

const claimsOf = (token: string | undefined) => decodeJwt(token ?? '')

describe('a trigger that goes wrong ends the call', () => {
  const refusal = () => test.refusal('InitiateAuth', passwordSignIn('app', 'ann', password))

  it.each<TriggerName>(['PreAuthentication', 'PostAuthentication', 'PreTokenGeneration'])(
    'with the text that %s threw, and no tokens are left behind',
    async (name) => {
      setUp({ [name]: throwing })
      expect(await refusal()).toBe(
        `UserLambdaValidationException: ${name} failed with error not today.`,
      )
      expect(test.runs.at(-1)?.error).toEqual({
        type: 'UserLambdaValidationException',
        message: `${name} failed with error not today.`,
      })
    },
  )

  it.each([
    ['exports.handler = async () => {}', 'Unrecognizable lambda output'],
    ["exports.handler = async () => 'event'", 'Unrecognizable lambda output'],
    ['exports.handler = async () => ({ statusCode: 200 })', 'Unrecognizable lambda output'],
    [
      answering('{ claimsOverrideDetails: { claimsToAddOrOverride: { n: 1 } } }'),
      'Unrecognizable lambda output',
    ],
    [
      answering('{ claimsOverrideDetails: { claimsToAddOrOverride: { n: null } } }'),
      'Unrecognizable lambda output',
    ],
  ])('as an answer that Cognito cannot read: %s', async (source, text) => {
    setUp({ PreTokenGeneration: source })
    expect(await refusal()).toBe(`InvalidLambdaResponseException: ${text}`)
  })

  it.each([
    ['exports.main = 1', 'index.handler is undefined or not exported'],
    ['exports.handler = () => { for (;;); }', 'Task timed out after 1.00 seconds'],
  ])('as a function that cannot be run: %s', async (source, text) => {
    setUp({ PreAuthentication: source })
    expect(await refusal()).toMatch(
      /^UnexpectedLambdaException: arn:aws:lambda:us-east-1:\d{12}:function:PreAuthentication failed with error /,
    )
    expect(await refusal()).toContain(text)
  })
})

describe('what a trigger answers takes effect:', () => {
  const tokens = async () => {
    const { AuthenticationResult = {} } = await test.succeed(
      'InitiateAuth',
      passwordSignIn('app', 'ann', password),
    )
    return {
      id: claimsOf(AuthenticationResult['IdToken']),
      access: claimsOf(AuthenticationResult['AccessToken']),
      accessToken: AuthenticationResult['AccessToken'],
    }
  }

  it('version 1 changes claims of the ID token, and the groups of both; never who it is', async () => {
    setUp({
      PreTokenGeneration: answering(`{ claimsOverrideDetails: {
        claimsToAddOrOverride: { tenant: 'one', name: 'Other', sub: 'me', amr: 'x' },
        claimsToSuppress: ['iss', 'event_id'],
        groupOverrideDetails: { groupsToOverride: ['guests'], preferredRole: 'role' } } }`),
    })
    const { id, access } = await tokens()
    expect(id).toMatchObject({
      tenant: 'one',
      name: 'Other',
      'cognito:groups': ['guests'],
      'cognito:preferred_role': 'role',
    })
    expect(id.sub).toBe(access.sub)
    expect(id.iss).toContain(poolId)
    expect(id['amr']).toEqual(['pwd'])
    expect(access).toMatchObject({ 'cognito:groups': ['guests'] })
    expect(access).not.toHaveProperty('tenant')
    expect(test.requestOf('TokenGeneration_Authentication')).toMatchObject({
      groupConfiguration: { groupsToOverride: ['staff'] },
    })
  })

  it('version 2 reaches the access token and its scopes, and a claim may be an object', async () => {
    const source = answering(`{ claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToSuppress: ['name'] },
      accessTokenGeneration: {
        claimsToAddOrOverride: { tenant: { id: 1 } }, scopesToAdd: ['books.read'] } } }`)
    setUp({ PreTokenGeneration: source }, { preTokenGenerationVersion: 'V2_0' })
    const { id, access, accessToken } = await tokens()
    expect(test.runs[0]?.event).toMatchObject({
      version: '2',
      request: { scopes: ['aws.cognito.signin.user.admin'] },
    })
    expect(id).not.toHaveProperty('name')
    expect(access).toMatchObject({
      tenant: { id: 1 },
      scope: 'aws.cognito.signin.user.admin books.read',
    })
    await test.succeed('GetUser', { AccessToken: accessToken })
    // The same answer to an event of version 1 says nothing.
    setUp({ PreTokenGeneration: source })
    expect((await tokens()).access).not.toHaveProperty('tenant')
  })

  it('a sign-up is confirmed and verified automatically', async () => {
    setUp({
      PreSignUp: answering('{ autoConfirmUser: true, autoVerifyEmail: true }'),
      PostConfirmation: pass,
    })
    expect(await test.succeed('SignUp', signUp())).toMatchObject({ UserConfirmed: true })
    expect(test.pool.outbox()).toEqual([])
    expect(test.order()).toEqual(['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp'])
    const { AuthenticationResult } = await test.succeed(
      'InitiateAuth',
      passwordSignIn('app', 'bob', password),
    )
    expect(claimsOf(AuthenticationResult?.['IdToken'])).toMatchObject({ email_verified: true })
  })

  it('a sign-up that is refused makes no user', async () => {
    setUp({ PreSignUp: throwing })
    expect(await test.refusal('SignUp', signUp())).toBe(
      'UserLambdaValidationException: PreSignUp failed with error not today.',
    )
    expect(await test.refusal('InitiateAuth', passwordSignIn('app', 'bob', password))).toMatch(
      'UserNotFound',
    )
  })

  it('a message has its own text, with the code in it', async () => {
    setUp({
      CustomMessage: answering("{ emailSubject: 'Hi', emailMessage: 'Take {####}, bob' }"),
    })
    await test.succeed('SignUp', signUp())
    const [message] = test.pool.outbox()
    expect(message?.text).toBe(`Hi: Take ${message?.code ?? ''}, bob`)
  })

  it('a custom sender gets the code in place of the message', async () => {
    setUp({ CustomEmailSender: pass, CustomMessage: pass })
    await test.succeed('SignUp', signUp({ ClientMetadata: { a: 'b' } }))
    expect(test.order()).toEqual(['CustomEmailSender_SignUp'])
    expect(test.requestOf('CustomEmailSender_SignUp')).toMatchObject({
      type: 'customEmailSenderRequestV1',
      code: test.sentCode(),
      clientMetadata: { a: 'b' },
    })
  })

  it('an unknown user is migrated with the password that was typed', async () => {
    setUp({
      UserMigration: answering(
        "{ userAttributes: { email: 'old@example.com' }, finalUserStatus: 'CONFIRMED' }",
      ),
      PreAuthentication: pass,
      PostAuthentication: pass,
    })
    await test.succeed('InitiateAuth', passwordSignIn('app', 'old', password))
    expect(test.order()).toEqual([
      'UserMigration_Authentication',
      'PostAuthentication_Authentication',
    ])
    expect(test.requestOf('UserMigration_Authentication')).toEqual({ password })
    test.runs.length = 0
    await test.succeed('InitiateAuth', passwordSignIn('app', 'old', password))
    expect(test.order()).toEqual([
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
    ])
  })

  it('a migrated user can be made to reset the password, and none is made of no attributes', async () => {
    setUp({
      UserMigration: answering(
        "event.userName === 'ghost' ? {} : { userAttributes: {}, finalUserStatus: 'RESET_REQUIRED' }",
      ),
    })
    const attempt = (name: string) =>
      test.refusal('InitiateAuth', passwordSignIn('app', name, password))
    expect(await attempt('old')).toMatch('PasswordResetRequiredException')
    expect(await attempt('ghost')).toMatch('UserNotFoundException')
  })

  it('a sign-in fails as with a wrong password when DefineAuthChallenge says so', async () => {
    setUp({ DefineAuthChallenge: answering('{ failAuthentication: true }') })
    expect(await test.refusal('InitiateAuth', customAuth())).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })
})

describe('the triggers that come with the pool', () => {
  it.each(triggers.map(({ name, template }) => [name, template] as const))(
    '%s has a template that answers its own sample',
    async (name, template) => {
      setUp({})
      const trial = await test.pool.tryTrigger(poolId, name, template)
      // A short example may well refuse the sample; it never breaks, nor answers what is none.
      expect(['none', 'UserLambdaValidationException']).toContain(trial.error?.type ?? 'none')
      expect(test.runs).toEqual([])
    },
  )
})
