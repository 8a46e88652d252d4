import { describe, expect, it } from 'vitest'
import { hashOf, passwordSignIn, poolUnderTest, srpSignIn } from '../test-bed/pool-under-test.ts'

const { pool, call, refusal, succeed } = poolUnderTest()
const { clients = {}, users = [] } = pool.describe()[0] ?? {}
const idOf = (name: string) => clients[name]?.clientId ?? ''
const password = users[0]?.password ?? ''
const web = idOf('web-public')
const server = idOf('server-secret')
const secret = clients['server-secret']?.clientSecret ?? ''
const initiate = (input: object) => refusal('InitiateAuth', input)

describe('InitiateAuth refuses with a message of its own', () => {
  it.each([
    [
      'an unknown client',
      passwordSignIn('nosuchclient', 'alice', password),
      'ResourceNotFoundException: User pool client nosuchclient does not exist.',
    ],
    [
      'an AuthFlow that only AdminInitiateAuth takes',
      { AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', ClientId: web },
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      'USER_PASSWORD_AUTH at a client without the flag',
      passwordSignIn(idOf('srp-only'), 'alice', password),
      'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client',
    ],
    [
      'USER_SRP_AUTH at a client without the flag',
      srpSignIn(idOf('password-only'), 'alice'),
      'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
    ],
    [
      'CUSTOM_AUTH at a client without the flag',
      { AuthFlow: 'CUSTOM_AUTH', ClientId: web, AuthParameters: { USERNAME: 'alice' } },
      'InvalidParameterException: CUSTOM_AUTH is not enabled for the client.',
    ],
    [
      'REFRESH_TOKEN_AUTH at a client without the flag',
      { AuthFlow: 'REFRESH_TOKEN', ClientId: idOf('srp-only'), AuthParameters: {} },
      'InvalidParameterException: Auth flow not enabled for this client',
    ],
    [
      'no username',
      { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: web },
      'InvalidParameterException: Missing required parameter USERNAME',
    ],
    [
      'an empty password, as if it were absent',
      passwordSignIn(web, 'alice', ''),
      'InvalidParameterException: Missing required parameter PASSWORD',
    ],
    [
      'no SRP_A',
      { AuthFlow: 'USER_SRP_AUTH', ClientId: web, AuthParameters: { USERNAME: 'alice' } },
      'InvalidParameterException: Missing required parameter SRP_A',
    ],
    [
      'a wrong password',
      passwordSignIn(web, 'alice', 'wrong'),
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'a user that is not there, where the client is told',
      passwordSignIn(web, 'nobody', password),
      'UserNotFoundException: User does not exist.',
    ],
    [
      'a user that is not there, where the client is not told',
      passwordSignIn(idOf('password-only'), 'nobody', password),
      'NotAuthorizedException: Incorrect username or password.',
    ],
    [
      'a disabled user',
      passwordSignIn(web, 'disabled-user', password),
      'NotAuthorizedException: User is disabled.',
    ],
    [
      'a locked user, even with the right password',
      passwordSignIn(web, 'locked-user', password),
      'NotAuthorizedException: Password attempts exceeded',
    ],
    [
      'an unconfirmed user',
      passwordSignIn(web, 'unconfirmed-user', password),
      'UserNotConfirmedException: User is not confirmed.',
    ],
    [
      'a user whose password an administrator reset',
      passwordSignIn(web, 'reset-user', password),
      'PasswordResetRequiredException: Password reset required for the user',
    ],
    [
      'a temporary password that is too old',
      passwordSignIn(web, 'expired-temporary-user', 'Temporary-Password-1!'),
      'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
    ],
    [
      'an SRP_A that would make the shared secret zero',
      { ...srpSignIn(web, 'alice'), AuthParameters: { USERNAME: 'alice', SRP_A: '0' } },
      'InvalidParameterException: Invalid SRP_A value',
    ],
  ])('%s', async (_, input, expected) => {
    expect(await initiate(input)).toBe(expected)
  })
})

describe('the secret hash', () => {
  it('is reported as missing before a wrong flow or parameter is', async () => {
    expect(await initiate({ AuthFlow: 'CUSTOM_AUTH', ClientId: server })).toBe(
      `NotAuthorizedException: Client ${server} is configured with secret but SECRET_HASH was not received`,
    )
  })

  it('is refused when it was computed over a name other than the one that was sent', async () => {
    const SECRET_HASH = hashOf(secret, 'Alice', server)
    expect(await initiate(passwordSignIn(server, 'alice', password, { SECRET_HASH }))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${server}`,
    )
  })

  it('is computed over the alias, when an alias was typed', async () => {
    const alias = 'ALICE@example.com'
    const SECRET_HASH = hashOf(secret, alias, server)
    const answer = await succeed(
      'InitiateAuth',
      passwordSignIn(server, alias, password, { SECRET_HASH }),
    )
    expect(answer.AuthenticationResult?.TokenType).toBe('Bearer')
  })

  it('is refused where the client has no secret, and the text is marked as assumed', async () => {
    const SECRET_HASH = hashOf('x', 'alice', web)
    const answer = await call(
      'InitiateAuth',
      passwordSignIn(web, 'alice', password, { SECRET_HASH }),
    )
    expect(answer).toMatchObject({ status: 400, refusal: { certainty: 'assumed' } })
  })
})

describe('names', () => {
  it('mean the same user in any case, unless the pool says otherwise', async () => {
    const answer = await succeed('InitiateAuth', passwordSignIn(web, 'ALICE', password))
    expect(answer.AuthenticationResult?.IdToken).toBeDefined()
  })

  it('are no alias while the address is not verified', async () => {
    const typed = 'unconfirmed-user@example.com'
    expect(await initiate(passwordSignIn(web, typed, password))).toMatch('UserNotFoundException')
  })
})
