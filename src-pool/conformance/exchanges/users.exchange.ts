import { expect } from 'vitest'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import {
  claimsOf,
  createdClient,
  createdPool,
  createdUser,
  exchange,
  listed,
  signedIn,
} from '../exchange.ts'

const password = 'Practice-Password-1!'

/** Users: aliases, flags, names, groups with roles, and what administrators ask of one. */
export default exchange({
  topic: 'users',
  async play(pool) {
    const UserPoolId = await createdPool(pool, { AliasAttributes: ['email'] })
    const { ClientId } = await createdClient(pool, UserPoolId, { WriteAttributes: ['email'] })
    const verified = { email: 'ann@example.com', email_verified: 'True' }
    await createdUser(pool, UserPoolId, 'ann', verified)

    // The flag is read without regard to case, so that the address is an alias.
    const { IdToken } = await signedIn(pool, ClientId, 'ann@example.com')
    expect(claimsOf(IdToken)).toMatchObject({ email_verified: true, 'cognito:username': 'ann' })

    const again = { UserPoolId, Username: 'bob', UserAttributes: listed(verified) }
    expect(await pool.refusal('AdminCreateUser', again)).toBe(
      'AliasExistsException: An account with the given email already exists.',
    )
    await pool.succeed('AdminCreateUser', { ...again, ForceAliasCreation: true })
    expect(await emailVerified(pool, UserPoolId, 'ann')).toBe('false')
    const back = { UserPoolId, Username: 'ann', UserAttributes: listed({ email_verified: 'true' }) }
    await pool.succeed('AdminUpdateUserAttributes', back)
    expect(await emailVerified(pool, UserPoolId, 'bob')).toBe('false')

    const signUp = { ClientId, Username: 'carol', Password: password }
    await pool.succeed('SignUp', signUp)
    const wrong = { USERNAME: 'carol', PASSWORD: 'Wrong-Password-1!' }
    const begin = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: wrong }
    expect(await pool.refusal('InitiateAuth', begin)).toBe(
      'UserNotConfirmedException: User is not confirmed.',
    )
    expect(await pool.refusal('SignUp', { ...signUp, Username: 'two words' })).toBe(
      "InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
    )

    const tooLong =
      "InvalidParameterException: 1 validation error detected: Value at 'username' failed to " +
      'satisfy constraint: Member must have length less than or equal to 128'
    const Username = 'a'.repeat(298)
    expect(await pool.refusal('SignUp', { ...signUp, Username })).toBe(tooLong)
    const AuthParameters = { ...wrong, USERNAME: Username }
    expect(await pool.refusal('InitiateAuth', { ...begin, AuthParameters })).toBe(tooLong)
    const ChallengeResponses = { USERNAME: Username, PASSWORD: password }
    const answer = { ClientId, ChallengeName: 'PASSWORD', ChallengeResponses }
    expect(await pool.refusal('RespondToAuthChallenge', answer)).toBe(tooLong)

    const user = { UserPoolId, Username: 'ann' }
    const role = (name: string) => `arn:aws:iam::000000000000:role/${name}`
    for (const [GroupName, Precedence] of [
      ['readers', 5],
      ['writers', 1],
    ] as const) {
      const group = { UserPoolId, GroupName }
      await pool.succeed('CreateGroup', { ...group, Precedence, RoleArn: role(GroupName) })
      await pool.succeed('AdminAddUserToGroup', { ...user, GroupName })
    }
    const { AccessToken, IdToken: withRoles } = await signedIn(pool, ClientId, 'ann')
    expect(claimsOf(withRoles)).toMatchObject({
      'cognito:roles': [role('writers'), role('readers')],
      'cognito:preferred_role': role('writers'),
    })

    // Between two groups of one precedence no role is preferred, unless both have the same.
    const readers = { UserPoolId, GroupName: 'readers', Precedence: 1 }
    await pool.succeed('UpdateGroup', { ...readers, RoleArn: role('readers') })
    const { IdToken: tied } = await signedIn(pool, ClientId, 'ann')
    expect(claimsOf(tied)).not.toHaveProperty('cognito:preferred_role')
    await pool.succeed('UpdateGroup', { ...readers, RoleArn: role('writers') })
    const { IdToken: shared } = await signedIn(pool, ClientId, 'ann')
    expect(claimsOf(shared)).toHaveProperty('cognito:preferred_role', role('writers'))

    expect(await pool.succeed('AdminGetUserAuthFactors', user)).toMatchObject({
      Username: 'ann',
      ConfiguredUserAuthFactors: ['PASSWORD'],
    })
    expect(await pool.refusal('AdminListUserAuthEvents', user)).toMatch('UserPoolAddOnNotEnabled')
    const SoftwareTokenMfaConfiguration = { Enabled: true }
    const totp = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration }
    await pool.succeed('SetUserPoolMfaConfig', { UserPoolId, ...totp })
    const { SecretCode = '' } = await pool.succeed('AssociateSoftwareToken', { AccessToken })
    const UserCode = totpCode(SecretCode, totpStep(pool.now()))
    await pool.succeed('VerifySoftwareToken', { AccessToken, UserCode })
    const SoftwareTokenMfaSettings = { Enabled: true }
    await pool.succeed('AdminSetUserMFAPreference', { ...user, SoftwareTokenMfaSettings })
    await pool.succeed('AdminDeleteSoftwareToken', user)
    expect(await signedIn(pool, ClientId, 'ann')).toHaveProperty('AccessToken')
  },
})

async function emailVerified(
  pool: Parameters<Parameters<typeof exchange>[0]['play']>[0],
  UserPoolId: string,
  Username: string,
): Promise<string | undefined> {
  const { UserAttributes } = await pool.succeed('AdminGetUser', { UserPoolId, Username })
  return UserAttributes?.find(({ Name }) => Name === 'email_verified')?.Value
}
