import type { SrpVerifier } from '#engine/srp/server.ts'
import type {
  ClientConfiguration,
  MfaMethod,
  PoolConfiguration,
  UserConfiguration,
} from '../configuration/configuration.ts'
import { lockedUntil, type LockOut } from './lock-out.ts'
import type { JsonObject } from '../requests/members.ts'
import type { ClientSecret } from './client-secret.ts'
import type { Device } from './device.ts'
import type { Passkey } from './passkey.ts'
import { replicaIn, type Replica } from './replica.ts'
import type { SentCode } from './sent-code.ts'
import { signingKeys, type SigningKeys } from './signing-keys.ts'
import { uuidFrom } from './uuid.ts'

/** An app client. An administrator who changes it puts another in its place. */
export interface Client extends Omit<ClientConfiguration, 'secret'> {
  /** What SetUserPoolClientSessionConfiguration gave. */
  readonly ssoSession?: JsonObject
  /** None for a public client, at most two for another. */
  readonly secrets: readonly ClientSecret[]
  /** The input of an administrator's operation, or what stands for it in the configuration file. */
  readonly storedInput: JsonObject
  /** Milliseconds since 1970, like the next. */
  readonly createdAt: number
  readonly modifiedAt: number
}

const clientFrom = ({ secret, ...settings }: ClientConfiguration, now: number): Client => ({
  ...settings,
  // A client that registered itself has the flows of OAuth alone, which are not here.
  explicitAuthFlows: settings.type === 'DCR' ? [] : settings.explicitAuthFlows,
  secrets: secret === undefined ? [] : [{ id: `${settings.id}--1`, value: secret, createdAt: now }],
  storedInput: {
    AccessTokenValidity: settings.accessTokenValidity,
    IdTokenValidity: settings.idTokenValidity,
    RefreshTokenValidity: settings.refreshTokenValidity,
    TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
  },
  createdAt: now,
  modifiedAt: now,
})

/** A registered authenticator application. */
export interface SoftwareToken {
  /** Base32. */
  readonly secret: string
  readonly deviceName?: string
  /** The time steps whose code was used, so that none counts twice. */
  usedSteps: number[]
}

/** A user as the pool knows it now. */
export interface User extends LockOut {
  /** The real username: the sub in a pool whose users sign in by email or phone. */
  readonly username: string
  readonly sub: string
  readonly configured: UserConfiguration
  attributes: Record<string, string>
  groups: string[]
  /** Milliseconds since 1970, like the next. */
  readonly createdAt: number
  modifiedAt: number
  status: UserConfiguration['status']
  enabled: boolean
  password: string
  /** Milliseconds since 1970. */
  passwordSetAt: number
  /** Earlier passwords, newest first, for the pool's history policy. */
  earlierPasswords: string[]
  /** Computed on first use, and again after the password changes. */
  srp: SrpVerifier | undefined
  softwareToken: SoftwareToken | undefined
  /** From AssociateSoftwareToken, until VerifySoftwareToken proves it. */
  pendingTotpSecret: string | undefined
  enabledMfa: MfaMethod[]
  preferredMfa: MfaMethod | undefined
  /** Codes sent and not yet used, by what each is for. */
  readonly codes: Map<string, SentCode>
  /** When limited things were tried lately, by what they are; in milliseconds since 1970. */
  readonly attempts: Map<string, readonly number[]>
  devices: Device[]
  passkeys: Passkey[]
  /** Whether WebAuthnMfaSettings is on: the user's passkeys must verify their user. */
  passkeyMfa: boolean
}

/** A group of a pool. */
export interface Group {
  readonly name: string
  readonly description?: string
  readonly roleArn?: string
  readonly precedence?: number
  /** Milliseconds since 1970, like the next. */
  readonly createdAt: number
  readonly modifiedAt: number
}

/** A user pool at work. */
export interface Pool {
  readonly id: string
  readonly region: string
  /** Its replica in another region. */
  replica: Replica | undefined
  /** True where the replica answers. */
  readonly isSecondary: boolean
  /** For people; the configuration has none, and then it is the id. */
  name: string
  settings: PoolConfiguration
  /** The settings that it began with. */
  readonly configured: PoolConfiguration
  /** The input of an administrator's operation, which Describe returns. */
  storedInput: JsonObject
  clients: Client[]
  users: User[]
  groups: Group[]
  /** Milliseconds since 1970, like the next. */
  readonly createdAt: number
  modifiedAt: number
  readonly keys: SigningKeys
}

/** Sets a pool up as its configuration says. `now` in milliseconds dates its users' passwords. */
export function poolFrom(settings: PoolConfiguration, now: number): Pool {
  return {
    id: settings.id,
    region: settings.id.slice(0, settings.id.indexOf('_')),
    replica: settings.replica && replicaIn(settings.replica.region, settings.replica),
    isSecondary: false,
    name: settings.id,
    settings,
    configured: settings,
    storedInput: deliveryOf(settings),
    clients: settings.clients.map((client) => clientFrom(client, now)),
    users: settings.users.map((user) => userFrom(settings, user, now)),
    groups: [...new Set(settings.users.flatMap(({ groups }) => groups))].map((name) => ({
      name,
      createdAt: now,
      modifiedAt: now,
    })),
    createdAt: now,
    modifiedAt: now,
    keys: signingKeys(settings.id),
  }
}

/** A configuration file names methods alone, and so stands for their delivery as well. */
function deliveryOf({ id, mfaMethods, allowedFirstAuthFactors }: PoolConfiguration): JsonObject {
  const arn = (service: string) =>
    `arn:aws:${service}:${id.replace(/_.*/, '')}:000000000000:practice`
  return {
    ...((mfaMethods.includes('SMS_MFA') || allowedFirstAuthFactors.includes('SMS_OTP')) && {
      SmsConfiguration: { SnsCallerArn: arn('iam') },
    }),
    ...(mfaMethods.includes('EMAIL_OTP') && {
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: arn('ses') },
    }),
  }
}

/** A user as the configuration has it, or as an operation creates it. */
export function userFrom(
  pool: PoolConfiguration,
  configured: UserConfiguration,
  now: number,
): User {
  const sub = configured.sub ?? uuidFrom(`${pool.id}/${configured.username}`)
  const [signInAttribute] = pool.usernameAttributes
  const contactAttribute = configured.username.includes('@') ? 'email' : 'phone_number'
  return {
    username: signInAttribute ? sub : configured.username,
    sub,
    configured,
    attributes: {
      ...(signInAttribute ? { [contactAttribute]: configured.username } : {}),
      ...configured.attributes,
    },
    groups: [...configured.groups],
    createdAt: now,
    modifiedAt: now,
    status: configured.status,
    enabled: configured.enabled,
    password: configured.password,
    passwordSetAt: now - configured.passwordAgeDays * 86_400_000,
    earlierPasswords: [],
    srp: undefined,
    softwareToken: configured.totpSecret
      ? {
          secret: configured.totpSecret,
          ...(configured.totpDeviceName ? { deviceName: configured.totpDeviceName } : {}),
          usedSteps: [],
        }
      : undefined,
    pendingTotpSecret: undefined,
    enabledMfa: [...configured.userMfaSettingList],
    preferredMfa: configured.preferredMfaSetting,
    codes: new Map(),
    attempts: new Map(),
    devices: [],
    passkeys: [],
    passkeyMfa: false,
    failedSignIns: configured.failedSignIns,
    lastFailureAt: configured.failedSignIns > 0 ? now : 0,
    lockedUntil: lockedUntil(configured.failedSignIns, now),
  }
}
