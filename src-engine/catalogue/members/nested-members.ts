import { membersOf, open, personal, secret, type Member } from './member.ts'

/** The unit that a token's validity is counted in, beside which its name is that of no token. */
const unit = /^(seconds|minutes|hours|days)$/

/**
 * Members whose meaning hangs on what they are in, by `parent.name`. An entry here wins over that
 * of the name alone.
 */
export const nestedMembers: ReadonlyMap<string, Member> = new Map<string, Member>([
  ...membersOf(
    `TokenValidityUnits.AccessToken TokenValidityUnits.IdToken TokenValidityUnits.RefreshToken`,
    { sensitivity: 'public', form: unit },
  ),
  // Of an app client, which writes to Pinpoint with it; a group's says who somebody is.
  ...membersOf('AnalyticsConfiguration.RoleArn', open),
  // Of an event in a user's list of sign-ins, not an answer to a challenge.
  ...membersOf('ChallengeResponses.ChallengeName', {
    sensitivity: 'public',
    form: /^(Password|Mfa)$/,
  }),
  ...membersOf('ChallengeResponses.ChallengeResponse', {
    sensitivity: 'public',
    form: /^(Success|Failure)$/,
  }),
  // What the pool signs in to a provider with.
  ...membersOf(
    'ProviderDetails.client_secret ProviderDetails.private_key',
    secret('client secret'),
  ),

  // The id of WebAuthn's user is the sub in base64url.
  ...membersOf('user.id', personal('sub')),
  ...membersOf('user.name user.displayName', personal('user')),
  ...membersOf('rp.id rp.name', open),
])
