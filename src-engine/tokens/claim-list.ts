/** The tokens that hold claims. */
export type ClaimUse = 'id' | 'access'

/** One claim that Cognito writes, in words. */
export interface Claim {
  readonly name: string
  readonly meaning: string
  readonly form: 'text' | 'time' | 'scopes' | 'acr' | 'amr' | 'issuer'
  readonly sensitivity: 'public' | 'personal'
  /** Tokens that it can be in. */
  readonly uses: readonly ClaimUse[]
  /** Why it may be missing, for each token in which people commonly miss it. */
  readonly absent?: Partial<Readonly<Record<ClaimUse, string>>>
}

const both = ['id', 'access'] as const
const idOnly = ['id'] as const
const accessOnly = ['access'] as const

const readable =
  'The user has no value, or it is not among the app client’s ReadAttributes (update-user-pool-client --read-attributes).'

const noAttributes = 'An access token holds no attributes: see the ID token, or call GetUser.'
const revocation = 'Token revocation is off in the app client (EnableTokenRevocation).'
const noGroup = 'The user is in no group of this pool, or a pre-token trigger took them out.'

const time = (name: string, meaning: string): Claim => ({
  name,
  meaning,
  form: 'time',
  sensitivity: 'public',
  uses: both,
})

const technical = (
  name: string,
  uses: readonly ClaimUse[],
  meaning: string,
  more: Partial<Claim> = {},
): Claim => ({ name, meaning, form: 'text', sensitivity: 'public', uses, ...more })

const about = (name: string, meaning: string, more: Partial<Claim> = {}): Claim => ({
  name,
  meaning,
  form: 'text',
  sensitivity: 'personal',
  uses: idOnly,
  ...more,
})

const all: readonly Claim[] = [
  technical(
    'iss',
    both,
    'The pool that issued the token. Its keys are at <iss>/.well-known/jwks.json.',
    {
      form: 'issuer',
    },
  ),
  technical('aud', idOnly, 'The app client that the ID token is for.', {
    absent: { access: 'An access token has none: Cognito writes client_id instead.' },
  }),
  technical('client_id', accessOnly, 'The app client that the access token is for.', {
    absent: { id: 'An ID token has none: it has aud instead.' },
  }),
  technical('token_use', both, 'What the token is for: id for the application, access for APIs.'),
  technical('scope', accessOnly, 'What the bearer may do: scopes, separated by spaces.', {
    form: 'scopes',
    absent: { id: 'An ID token has none: APIs that check scopes expect the access token.' },
  }),
  time('auth_time', 'When the user last authenticated. A refresh does not change it.'),
  time('iat', 'When this token was issued.'),
  time('exp', 'When this token expires.'),
  time('nbf', 'When this token becomes valid. Cognito does not write it.'),
  technical('jti', both, 'The unique ID of this token.', {
    absent: { id: revocation, access: revocation },
  }),
  technical(
    'origin_jti',
    both,
    'The ID of the sign-in: the same in all tokens issued from it, also after a refresh. Revoking the refresh token revokes them all.',
    { absent: { id: revocation, access: revocation } },
  ),
  technical(
    'event_id',
    both,
    'The ID of the sign-in in the pool’s user event history and in trigger logs.',
  ),
  technical('version', both, 'The version of the access token: 2 for those of managed login.'),
  // A nonce of Cognito's own: reported in nextauthjs/next-auth#3544 and panva/oauth4webapi#188.
  technical(
    'nonce',
    idOnly,
    'The value that the application sent to managed login, to match the response to its request. After a sign-in at another identity provider it is reported to be Cognito’s own if the application sent none; clients that expect none refuse it.',
  ),
  technical(
    'at_hash',
    idOnly,
    'The left half of the hash of the access token that managed login issued with it. Some verifiers demand that access token when it is present; InitiateAuth does not write it.',
  ),
  technical('acr', both, 'How strong the authentication was, as one level.', { form: 'acr' }),
  technical('amr', both, 'How the user authenticated.', { form: 'amr' }),
  technical(
    'email_verified',
    idOnly,
    'Whether the email address is verified: true or false here, a string in the response of userInfo.',
  ),
  technical('phone_number_verified', idOnly, 'Whether the phone number is verified.'),
  technical('cognito:groups', both, 'The user’s groups in this pool, highest precedence first.', {
    absent: { id: noGroup, access: noGroup },
  }),
  about(
    'sub',
    'The user’s permanent ID in this pool. It looks like a UUID; do not check its version.',
    {
      uses: both,
    },
  ),
  about('username', 'The user’s name in the pool (the sub in an email or phone pool).', {
    uses: accessOnly,
    absent: { id: 'In an ID token this claim is called cognito:username.' },
  }),
  about('cognito:username', 'The user’s name in the pool (the sub in an email or phone pool).', {
    absent: { access: 'In an access token this claim is called username.' },
  }),
  about('cognito:roles', 'The IAM roles of the user’s groups.', {
    absent: { id: 'The user’s groups have no IAM role (RoleArn of the group).' },
  }),
  about('cognito:preferred_role', 'The IAM role of the group that comes first by precedence.', {
    absent: { id: 'No group of the user has a role, or two share the same precedence.' },
  }),
  about('identities', 'The identity providers that the user signed in with, or is linked to.'),
  about(
    'device_key',
    'The remembered device that signed in. Refreshes must send it as DEVICE_KEY.',
    {
      uses: accessOnly,
    },
  ),
  about('email', 'The user’s email address.', { absent: { id: readable, access: noAttributes } }),
  about('phone_number', 'The user’s phone number, with + and country code.', {
    absent: { id: readable, access: noAttributes },
  }),
  about('name', 'The user’s full name.'),
  about('given_name', 'The user’s first name.'),
  about('family_name', 'The user’s last name.'),
  about('middle_name', 'The user’s middle name.'),
  about('nickname', 'What the user likes to be called.'),
  about('preferred_username', 'The name that the user chose, which can be an alias.'),
  about('profile', 'The URL of the user’s profile page.'),
  about('picture', 'The URL of the user’s picture.'),
  about('website', 'The URL of the user’s website.'),
  about('gender', 'The user’s gender.'),
  about('birthdate', 'The user’s date of birth.'),
  about('zoneinfo', 'The user’s time zone.'),
  about('locale', 'The user’s language and region.'),
  about('address', 'The user’s postal address.'),
  about('updated_at', 'When the user’s attributes last changed.', { form: 'time' }),
]

/** Every claim that Cognito is known to write, by its name. */
export const claimList: ReadonlyMap<string, Claim> = new Map(
  all.map((claim) => [claim.name, claim]),
)

/** How a claim is handled in redacted exports. One that is not in the list may say anything. */
export const claimSensitivity = (name: string): Claim['sensitivity'] =>
  claimList.get(name)?.sensitivity ?? 'personal'
