import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  passwordSignIn,
  poolUnderTest,
  response,
  type AnswerBody,
} from '../test-bed/pool-under-test.ts'
import { password, totpSecret } from '../conformance/values.ts'

const UserPoolId = 'us-east-1_Devices1'
const flows = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
] as const
let test = poolUnderTest()

beforeEach(() => {
  test = poolUnderTest({
    pools: [
      {
        id: UserPoolId,
        mfaMethods: ['SOFTWARE_TOKEN_MFA'],
        deviceConfiguration: { challengeRequiredOnNewDevice: true },
        clients: [{ name: 'app', id: 'app', explicitAuthFlows: [...flows] }],
        users: [
          { username: 'ann', password },
          { username: 'tom', password, totpSecret, userMfaSettingList: ['SOFTWARE_TOKEN_MFA'] },
        ],
      },
    ],
  })
})

const signIn = (name: string) =>
  test.succeed('AdminInitiateAuth', {
    ...passwordSignIn('app', name, password),
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    UserPoolId,
  })
const resultOf = ({ AuthenticationResult }: AnswerBody) => {
  const { AccessToken = '', RefreshToken = '', ...others } = AuthenticationResult ?? {}
  return { AccessToken, RefreshToken, others }
}

it('refuses an administrator’s password in a client’s flow', async () => {
  const input = { ...passwordSignIn('app', 'ann', password), UserPoolId }
  expect(await test.refusal('AdminInitiateAuth', input)).toBe(
    'InvalidParameterException: Initiate Auth method not supported.',
  )
})

describe('a sign-in by an administrator in a pool that tracks devices', () => {
  it('gets no device', async () => {
    const { AccessToken, others } = resultOf(await signIn('ann'))
    expect(others).not.toHaveProperty('NewDeviceMetadata')
    expect(decodeJwt(AccessToken)).not.toHaveProperty('device_key')
  })

  it('gets none after a challenge either', async () => {
    const answer = response('app', await signIn('tom'), {
      USERNAME: 'tom',
      SOFTWARE_TOKEN_MFA_CODE: test.code(totpSecret),
    })
    const tokens = await test.succeed('AdminRespondToAuthChallenge', { ...answer, UserPoolId })
    const { AccessToken, others } = resultOf(tokens)
    expect(AccessToken).not.toBe('')
    expect(others).not.toHaveProperty('NewDeviceMetadata')
  })

  it.each(['InitiateAuth', 'AdminInitiateAuth'])('cannot be refreshed by %s', async (operation) => {
    const { RefreshToken } = resultOf(await signIn('ann'))
    const refresh = {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: 'app',
      UserPoolId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }
    expect(await test.refusal(operation, refresh)).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
  })
})
