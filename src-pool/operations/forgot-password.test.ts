import { beforeEach, describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../default-configuration.ts'
import { passwordSignIn, poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

const password = 'Practice-Password-1!'
const newPassword = 'Another-Password-2!'
const [firstPool, ...otherPools] = defaultConfiguration.pools
let test: PoolUnderTest
let web: string
let hiding: string

beforeEach(() => {
  if (!firstPool) throw new Error('no default pool')
  // A history of two: the present password and the one before it.
  const passwordPolicy = { passwordHistorySize: 2 }
  const pools = [{ ...firstPool, tier: 'ESSENTIALS' as const, passwordPolicy }, ...otherPools]
  test = poolUnderTest({ pools })
  const [first] = test.pool.describe()
  web = first?.clients['web-public']?.clientId ?? ''
  hiding = first?.clients['srp-only']?.clientId ?? ''
})

const forgot = (Username: string, ClientId = web) => ({ ClientId, Username })
const confirm = (Username: string, code: string, more: object = {}) => ({
  ClientId: web,
  Username,
  ConfirmationCode: code,
  Password: newPassword,
  ...more,
})

describe('ForgotPassword', () => {
  it('lets a user whose password was reset sign in again, with the code that was sent', async () => {
    const { CodeDeliveryDetails } = await test.succeed('ForgotPassword', forgot('reset-user'))
    expect(CodeDeliveryDetails).toEqual({
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'r***@e***',
    })
    const code = test.sentCode()
    await test.succeed('ConfirmForgotPassword', confirm('reset-user', code))
    await test.succeed('InitiateAuth', passwordSignIn(web, 'reset-user', newPassword))
    expect(await test.refusal('ConfirmForgotPassword', confirm('reset-user', code))).toBe(
      'ExpiredCodeException: Invalid code provided, please request a code again.',
    )
  })

  it.each([
    ['nobody', 'UserNotFoundException: Username/client id combination not found.'],
    ['disabled-user', 'NotAuthorizedException: User is disabled.'],
    [
      'temporary-password-user',
      'NotAuthorizedException: User password cannot be reset in the current state.',
    ],
    [
      'unconfirmed-user',
      'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number',
    ],
  ])('is refused for %s, where the client is told', async (name, expected) => {
    expect(await test.refusal('ForgotPassword', forgot(name))).toBe(expected)
  })

  it('answers the same for an unknown user, where the client hides that, and sends nothing', async () => {
    const { CodeDeliveryDetails } = await test.succeed(
      'ForgotPassword',
      forgot('nobody@example.com', hiding),
    )
    expect(CodeDeliveryDetails?.Destination).toBe('n***@e***')
    expect(test.pool.outbox()).toEqual([])
    const answer = confirm('nobody@example.com', '123456', { ClientId: hiding })
    expect(await test.refusal('ConfirmForgotPassword', answer)).toBe(
      'CodeMismatchException: Invalid verification code provided, please try again.',
    )
  })

  it('can be called five times an hour, not more: messages cost money', async () => {
    for (let times = 0; times < 5; times++) await test.succeed('ForgotPassword', forgot('alice'))
    expect(await test.refusal('ForgotPassword', forgot('alice'))).toBe(
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
    )
    test.wait(3600)
    await test.succeed('ForgotPassword', forgot('alice'))
  })

  it('keeps the code when the new password is rejected, and expires it after an hour', async () => {
    await test.succeed('ForgotPassword', forgot('alice'))
    const code = test.sentCode()
    const weak = confirm('alice', code, { Password: 'short' })
    expect(await test.refusal('ConfirmForgotPassword', weak)).toMatch('InvalidPasswordException')
    test.wait(3600)
    expect(await test.refusal('ConfirmForgotPassword', confirm('alice', code))).toMatch(
      'ExpiredCodeException',
    )
  })
})

describe('ChangePassword', () => {
  const change = async (PreviousPassword: string, ProposedPassword: string) => {
    const signIn = passwordSignIn(web, 'alice', PreviousPassword)
    const { AuthenticationResult } = await test.succeed('InitiateAuth', signIn)
    return { PreviousPassword, ProposedPassword, AccessToken: AuthenticationResult?.AccessToken }
  }

  it('refuses the passwords that the history remembers, and takes older ones', async () => {
    const used = 'PasswordHistoryPolicyViolationException: Password has previously been used'
    expect(await test.refusal('ChangePassword', await change(password, password))).toBe(used)
    await test.succeed('ChangePassword', await change(password, newPassword))
    expect(await test.refusal('ChangePassword', await change(newPassword, password))).toBe(used)
    await test.succeed('ChangePassword', await change(newPassword, 'Third-Password-3!'))
    await test.succeed('ChangePassword', await change('Third-Password-3!', password))
  })

  it('cannot be used to guess the password of a stolen session', async () => {
    const input = { ...(await change(password, newPassword)), PreviousPassword: 'guess' }
    for (let tries = 0; tries < 5; tries++)
      expect(await test.refusal('ChangePassword', input)).toBe(
        'NotAuthorizedException: Incorrect username or password.',
      )
    expect(await test.refusal('ChangePassword', input)).toMatch('LimitExceededException')
  })
})
