import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** The value of a fault's setting: a number, a flag, or names of operations. */
const settingValue = z.union([z.number(), z.boolean(), z.array(z.string())])

/** The settings of a fault by name; those left out have their defaults. */
export const faultSettings = z.record(z.string(), settingValue)

/** A fault that the practice pool can inject, and whether it is on. */
export const practiceFault = z.object({
  name: z.string(),
  title: z.string(),
  /** A sentence. */
  imitates: z.string(),
  settings: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      kind: z.enum(['number', 'flag', 'operations']),
      unit: z.string(),
      /** The current value, or the default while the fault is off. */
      value: settingValue,
    }),
  ),
  active: z.boolean(),
  /** Calls that it hit since it was turned on. */
  hits: z.number(),
})
export type PracticeFault = z.output<typeof practiceFault>

/** The current state of a practice user. */
const practiceUserState = z.object({
  status: z.string(),
  enabled: z.boolean(),
  /** Milliseconds since 1970 by this machine's clock; 0 when sign-in is not locked. */
  lockedUntil: z.number(),
  failedSignIns: z.number(),
  /** Names of the user changes that would change something. */
  changes: z.array(z.string()),
  factors: z.array(z.string()),
  preferredFactor: z.string().optional(),
  passkeys: z.number(),
  devices: z.array(z.object({ key: z.string(), name: z.string(), remembered: z.boolean() })),
  /** Sign-ins whose tokens are not revoked. */
  signIns: z.number(),
  /** The newest of them. */
  sessions: z.array(
    z.object({
      id: z.string(),
      clientId: z.string(),
      /** Milliseconds since 1970 by the pool's clock, like the next. */
      signedInAt: z.number(),
      lastActiveAt: z.number(),
    }),
  ),
  groups: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
})

/** Feature plans of a pool, from the smallest to the largest. */
const tier = z.enum(['LITE', 'ESSENTIALS', 'PLUS'])

/** Whether sessions of users are tracked, and how many each user may have. */
const poolSessions = z.object({ isTracked: z.boolean(), maxPerUser: z.number() })

/** One thing about a pool that a person changes, as an administrator's operation would. */
const poolChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tier'), tier }),
  poolSessions.extend({ kind: z.literal('sessions') }),
  z.object({
    kind: z.literal('replica'),
    /** The one other region that has it; none takes it away. */
    region: z.string().max(32).optional(),
    isActive: z.boolean(),
  }),
  z.object({
    kind: z.literal('client sessions'),
    clientId: id,
    /** MaxValidityMinutes of SSOSession. */
    maxValidityMinutes: z.number(),
  }),
])
export type PracticePoolChange = z.output<typeof poolChange>

/** The practice pool as people see it. */
export const practice = z.object({
  running: z.boolean(),
  endpoint: z.string(),
  pools: z.array(
    z.object({
      name: z.string(),
      userPoolId: z.string(),
      issuer: z.string(),
      tier,
      sessions: poolSessions,
      /** The same pool in another region, at an address of its own. */
      replica: z
        .object({ region: z.string(), endpoint: z.string(), isActive: z.boolean() })
        .optional(),
      /** Triggers whose function LambdaConfig names, and that have no code: their calls fail. */
      triggersWithoutCode: z.array(z.object({ name: z.string(), arn: z.string() })),
      clients: z.array(
        z.object({
          name: z.string(),
          clientId: z.string(),
          hasSecret: z.boolean(),
          /** Minutes. */
          authSessionValidity: z.number(),
          flows: z.array(z.string()),
          description: z.string(),
          /** Every flag of ExplicitAuthFlows, and whether the client has it. */
          flags: z.array(z.object({ name: z.string(), on: z.boolean() })),
          hidesUnknownUsers: z.boolean(),
          /** Excludes ALLOW_REFRESH_TOKEN_AUTH. */
          rotatesRefreshTokens: z.boolean(),
          /** Seconds for which a replaced refresh token still works; absent without rotation. */
          retryGracePeriodSeconds: z.number().optional(),
          /** MaxValidityMinutes of the client's session configuration; absent without one. */
          ssoSessionMinutes: z.number().optional(),
        }),
      ),
      users: z.array(
        z.object({
          username: z.string(),
          /** Guards nothing; absent for a user without one. */
          password: z.string().optional(),
          description: z.string(),
          /** What a sign-in leads to. */
          status: z.string(),
          state: practiceUserState,
        }),
      ),
    }),
  ),
  /** Messages that a real pool would have sent, newest first. */
  outbox: z.array(
    z.object({
      at: z.number(),
      medium: z.enum(['SMS', 'EMAIL']),
      to: z.string(),
      username: z.string(),
      text: z.string(),
      code: z.string(),
    }),
  ),
  faults: z.array(practiceFault),
  /** What can be done to a user manually; the consequence is a sentence. */
  userChanges: z.array(z.object({ name: z.string(), title: z.string(), consequence: z.string() })),
  /** Unsupported operations that were called, with how often. */
  unknownOperations: z.array(z.object({ operation: z.string(), count: z.number() })),
  /** Members that calls sent and that have no effect here. */
  inputsWithoutEffect: z.array(z.object({ operation: z.string(), members: z.array(z.string()) })),
  /** The SRP X-ray, and what it knows of each client and user that signed in meanwhile. */
  srpXray: z.object({
    on: z.boolean(),
    reports: z.array(
      z.object({
        clientId: z.string(),
        username: z.string(),
        attempts: z.number(),
        state: z.enum(['right', 'searching', 'named', 'unknown']),
        trying: z.string(),
        remaining: z.number(),
        deviations: z.array(z.object({ id: z.string(), title: z.string(), rule: z.string() })),
      }),
    ),
  }),
})
export type Practice = z.output<typeof practice>
export type ShownPracticePool = Practice['pools'][number]
export type PracticeUser = Practice['pools'][number]['users'][number]
export type PracticeClient = Practice['pools'][number]['clients'][number]

const ofUser = z.object({ userPoolId: id, username: id })

/** What a person does to the practice pool; the result arrives as `practice.changed`. */
export const practiceRoutes = {
  /** Turns a fault on, or changes its settings; those left out have their defaults. */
  'practice.turnOn': route({
    input: z.object({ name: id, settings: faultSettings }),
    output: nothing,
  }),
  'practice.turnOff': route({ input: z.object({ name: id }), output: nothing }),
  'practice.turnAllOff': route({ input: nothing, output: nothing }),
  'practice.changeUser': route({ input: ofUser.extend({ change: id }), output: nothing }),
  'practice.forgetDevice': route({ input: ofUser.extend({ deviceKey: id }), output: nothing }),
  'practice.changeClient': route({
    input: z.object({
      clientId: id,
      /** Flags of ExplicitAuthFlows to turn on or off; the others stay. */
      flags: z.record(z.string(), z.boolean()).optional(),
      hidesUnknownUsers: z.boolean().optional(),
    }),
    output: nothing,
  }),
  /** Ends one session of a user. */
  'practice.endSession': route({ input: ofUser.extend({ sessionId: id }), output: nothing }),
  /** Changes a pool; what Cognito's own operations refuse fails with their exception's text. */
  'practice.changePool': route({
    input: z.object({ userPoolId: id, change: poolChange }),
    output: nothing,
  }),
  /** Turns the SRP X-ray on, which forgets what it knew, or off. */
  'practice.srpXray': route({ input: z.object({ on: z.boolean() }), output: nothing }),
  /** Resets pools, users and faults to their configuration. */
  'practice.reset': route({ input: nothing, output: nothing }),
} as const
