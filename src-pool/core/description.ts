import { trackedDevices } from '../account/devices.ts'
import type { PoolConfiguration } from '../configuration/configuration.ts'
import { newPasswordRequired } from '../challenges/new-password-required.ts'
import { factorsOf } from '../sign-in/factors.ts'
import { isLockedOut } from '../state/lock-out.ts'
import { isTemporaryPasswordExpired } from '../credentials/temporary-password.ts'
import { triggerFunction } from '../invocation/trigger-function.ts'
import type { Client, Pool, User } from '../state/pool.ts'
import { replicaPath } from '../state/replica.ts'
import { issuerOf, type PracticeState } from '../state/practice-state.ts'
import { triggers, type TriggerName } from '../triggers/index.ts'
import {
  laterTemplate,
  preTokenGeneration,
  versionsIn,
  type Version,
} from '../triggers/pre-token-generation.ts'
import { userChanges } from '../controls/user-changes.ts'

/** Sessions of a user that are described; Cognito itself keeps so many unless told otherwise. */
const maxSessions = 20

/** A practice client as people see it; the secret is in the clear, since it guards nothing. */
export interface ClientDescription {
  readonly clientId: string
  readonly clientSecret?: string
  readonly description: string
  readonly flows: readonly string[]
  /** Minutes for which a session is good. */
  readonly authSessionValidity: number
  readonly preventUserExistenceErrors: 'LEGACY' | 'ENABLED'
  readonly rotatesRefreshTokens: boolean
  /** RetryGracePeriodSeconds; absent without rotation. */
  readonly retryGracePeriodSeconds?: number
  /** MaxValidityMinutes of the client's session configuration; absent without one. */
  readonly ssoSessionMinutes?: number
}

/** A sign-in of a user whose tokens were not revoked. */
export interface SessionDescription {
  readonly id: string
  readonly clientId: string
  /** Milliseconds since 1970, like the next. */
  readonly signedInAt: number
  readonly lastActiveAt: number
}

/** The current state of a practice user. */
export interface UserState {
  readonly status: User['status']
  readonly enabled: boolean
  /** Seconds until sign-in is no longer locked; 0 when it is not. */
  readonly lockedForSeconds: number
  readonly failedSignIns: number
  /** Names of user changes that would change something. */
  readonly changes: readonly string[]
  readonly factors: readonly string[]
  readonly preferredFactor?: string
  readonly passkeys: number
  readonly devices: readonly {
    readonly key: string
    readonly name: string
    readonly remembered: boolean
  }[]
  /** Sign-ins whose tokens were not revoked. */
  readonly signIns: number
  /** The newest of them. */
  readonly sessions: readonly SessionDescription[]
  readonly groups: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

/** A practice user as people see it, password and all. */
export interface UserDescription {
  /** What to type: the email address where people sign in by email. */
  readonly username: string
  readonly sub: string
  readonly password: string
  /** Base32. */
  readonly totpSecret?: string
  /** A new password that the pool's policy takes. */
  readonly newPasswordHint?: string
  readonly description: string
  /**
   * What a sign-in with the right password, or a code where there is none, leads to now, in order:
   * challenge names, and at the end
   * `tokens` or the name of an exception. PASSWORD_VERIFIER, which every SRP sign-in has, is left
   * out.
   */
  readonly expected: readonly string[]
  readonly state: UserState
}

/** A Lambda trigger of a practice pool as people see it. */
export interface TriggerDescription {
  readonly name: TriggerName
  /** When it runs and what it may change. */
  readonly purpose: string
  /** The triggerSource of each occasion. */
  readonly sources: readonly string[]
  /** Absent where the pool has none. */
  readonly source?: string
  /** The function that LambdaConfig names; without a source, a call that runs it fails. */
  readonly arn?: string
  /** The one that the configuration has, which a reset restores. */
  readonly configured?: string
  /** A short example. */
  readonly template: string
  /** The version of its event, and those that the pool's tier has; absent where there is but one. */
  readonly version?: { readonly chosen: Version; readonly offered: readonly Version[] }
}

/** One pool of the practice server. */
export interface PoolDescription {
  readonly userPoolId: string
  readonly region: string
  readonly issuer: string
  /** The same pool in another region, at an endpoint of its own. */
  readonly replica?: {
    readonly region: string
    readonly endpoint: string
    readonly isActive: boolean
  }
  readonly jwksUri: string
  readonly description: string
  readonly mfaConfiguration: 'OFF' | 'OPTIONAL' | 'ON'
  readonly tier: PoolConfiguration['tier']
  /** Whether users' sessions are tracked, and how many each may have. */
  readonly sessions: { readonly isTracked: boolean; readonly maxPerUser: number }
  /** Every trigger there is, in the order of a user's life. */
  readonly triggers: readonly TriggerDescription[]
  readonly clients: Readonly<Record<string, ClientDescription>>
  readonly users: readonly UserDescription[]
}

/** The current state of a pool, in a form that JSON can represent. */
export const describePool = (state: PracticeState, pool: Pool): PoolDescription => ({
  userPoolId: pool.id,
  region: pool.region,
  issuer: issuerOf(state, pool),
  ...(pool.replica && {
    replica: {
      region: pool.replica.region,
      endpoint: `${state.endpoint}${replicaPath(pool.replica.region)}`,
      isActive: pool.replica.isActive,
    },
  }),
  jwksUri: `${state.endpoint}/${pool.id}/.well-known/jwks.json`,
  description: pool.settings.description,
  mfaConfiguration: pool.settings.mfaConfiguration,
  tier: pool.settings.tier,
  sessions: pool.settings.sessions,
  triggers: triggers.map((trigger) => describeTrigger(state, pool, trigger)),
  clients: Object.fromEntries(pool.clients.map((client) => [client.name, describeClient(client)])),
  users: pool.users.map((user) => describeUser(state, pool, user)),
})

const describeTrigger = (
  state: PracticeState,
  pool: Pool,
  { name, purpose, sources, template }: (typeof triggers)[number],
): TriggerDescription => {
  const { configured, settings } = pool
  const source = triggerFunction(state, pool, name)?.source
  const arn = settings.lambdaArns[name]
  const chosen = settings.preTokenGenerationVersion
  const original = configured.triggers[name]
  return {
    name,
    purpose,
    sources,
    ...(source === undefined ? {} : { source }),
    ...(arn === undefined ? {} : { arn }),
    ...(original === undefined ? {} : { configured: original }),
    template,
    ...(name === preTokenGeneration.name && {
      template: chosen === 'V1_0' ? template : laterTemplate,
      version: { chosen, offered: versionsIn(settings.tier) },
    }),
  }
}

const describeClient = (client: Client): ClientDescription => ({
  clientId: client.id,
  ...(client.secrets[0] && { clientSecret: client.secrets[0].value }),
  description: client.description,
  flows: client.explicitAuthFlows,
  authSessionValidity: client.authSessionValidity,
  preventUserExistenceErrors: client.preventUserExistenceErrors,
  rotatesRefreshTokens: client.refreshTokenRotation !== undefined,
  ...client.refreshTokenRotation,
  ...(typeof client.ssoSession?.MaxValidityMinutes === 'number' && {
    ssoSessionMinutes: client.ssoSession.MaxValidityMinutes,
  }),
})

const describeUser = (state: PracticeState, pool: Pool, user: User): UserDescription => ({
  username: user.configured.username,
  sub: user.sub,
  password: user.password,
  ...(user.softwareToken ? { totpSecret: user.softwareToken.secret } : {}),
  ...(user.configured.newPassword ? { newPasswordHint: user.configured.newPassword } : {}),
  description: user.configured.description,
  expected: expectedSteps(state, pool, user),
  state: describeState(state, pool, user),
})

function describeState(state: PracticeState, pool: Pool, user: User): UserState {
  const now = state.ports.now()
  const grants = state.grants.aliveOf(pool, user)
  return {
    status: user.status,
    enabled: user.enabled,
    lockedForSeconds: Math.max(0, Math.ceil((user.lockedUntil - now) / 1000)),
    failedSignIns: user.failedSignIns,
    changes: userChanges.filter(({ fits }) => fits(user, now)).map(({ name }) => name),
    factors: user.enabledMfa,
    ...(user.preferredMfa ? { preferredFactor: user.preferredMfa } : {}),
    passkeys: user.passkeys.length,
    devices: trackedDevices(user).map(({ key, name = '', remembered }) => ({
      key,
      name,
      remembered,
    })),
    signIns: grants.length,
    sessions: grants
      .slice(0, maxSessions)
      .map(({ clientId, lastActiveAt, sessionId: id, signedInAt }) => ({
        id,
        clientId,
        signedInAt,
        lastActiveAt,
      })),
    groups: user.groups,
    attributes: user.attributes,
  }
}

function expectedSteps(state: PracticeState, pool: Pool, user: User): string[] {
  const now = state.ports.now()
  if (isLockedOut(user, now) || !user.enabled) return ['NotAuthorizedException']
  switch (user.status) {
    case 'UNCONFIRMED':
      return ['UserNotConfirmedException']
    case 'RESET_REQUIRED':
      return ['PasswordResetRequiredException']
    case 'FORCE_CHANGE_PASSWORD':
      return isTemporaryPasswordExpired(pool, user, now)
        ? ['NotAuthorizedException']
        : [newPasswordRequired.name, ...expectedFactors(pool, user), 'tokens']
    case 'CONFIRMED':
      if (user.password === '') return [user.attributes.email ? 'EMAIL_OTP' : 'SMS_OTP', 'tokens']
      return [...expectedFactors(pool, user), 'tokens']
  }
}

function expectedFactors(pool: Pool, user: User): string[] {
  const [only, ...others] = factorsOf(pool, user)
  if (only === undefined) return pool.settings.mfaConfiguration === 'ON' ? ['MFA_SETUP'] : []
  if (others.length === 0) return [only]
  return user.preferredMfa ? [user.preferredMfa] : ['SELECT_MFA_TYPE', only]
}
