import type { SrpVerifier } from '#engine/srp/server.ts'
import type {
  ClientConfiguration,
  MfaMethod,
  PoolConfiguration,
  UserConfiguration,
} from '../configuration/configuration.ts'
import { lockOutAfter, type LockOut } from '../sign-in/lock-out.ts'
import { signingKeys, type SigningKeys } from '../tokens/signing-keys.ts'
import { uuidFrom } from './uuid.ts'

/** An app client; nothing about it changes while the pool runs. */
export type Client = ClientConfiguration

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
  /** The real user name: the sub in a pool whose users sign in by e-mail or phone. */
  readonly username: string
  readonly sub: string
  readonly configured: UserConfiguration
  readonly attributes: Record<string, string>
  status: UserConfiguration['status']
  enabled: boolean
  password: string
  /** Milliseconds since 1970. */
  passwordSetAt: number
  /** Computed on first use, and again after the password changes. */
  srp: SrpVerifier | undefined
  softwareToken: SoftwareToken | undefined
  /** From AssociateSoftwareToken, until VerifySoftwareToken proves it. */
  pendingTotpSecret: string | undefined
  enabledMfa: MfaMethod[]
  preferredMfa: MfaMethod | undefined
}

/** A user pool at work. */
export interface Pool {
  readonly id: string
  readonly region: string
  readonly settings: PoolConfiguration
  readonly clients: readonly Client[]
  readonly users: User[]
  readonly keys: SigningKeys
}

/** Sets a pool up as its configuration says. `now` in milliseconds dates its users' passwords. */
export function poolFrom(settings: PoolConfiguration, now: number, keys?: SigningKeys): Pool {
  return {
    id: settings.id,
    region: settings.id.slice(0, settings.id.indexOf('_')),
    settings,
    clients: settings.clients,
    users: settings.users.map((user) => userFrom(settings, user, now)),
    keys: keys ?? signingKeys(settings.id),
  }
}

function userFrom(pool: PoolConfiguration, configured: UserConfiguration, now: number): User {
  const sub = configured.sub ?? uuidFrom(`${pool.id}/${configured.username}`)
  const [signInAttribute] = pool.usernameAttributes
  return {
    username: signInAttribute ? sub : configured.username,
    sub,
    configured,
    attributes: {
      ...(signInAttribute ? { [signInAttribute]: configured.username } : {}),
      ...configured.attributes,
    },
    status: configured.status,
    enabled: configured.enabled,
    password: configured.password,
    passwordSetAt: now - configured.passwordAgeDays * 86_400_000,
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
    failedSignIns: configured.failedSignIns,
    lastFailureAt: configured.failedSignIns > 0 ? now : 0,
    lockedUntil: now + lockOutAfter(configured.failedSignIns),
  }
}
