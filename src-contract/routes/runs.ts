import { z } from 'zod'
import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { traceEvent, traceOutcomes } from '#engine/trace/event.ts'
import { markedSecret } from '#engine/trace/marked-secret.ts'
import { route } from '../define.ts'
import { id, nothing, secret, secretsByKey, texts } from '../values.ts'
import { deviceChoice } from './devices.ts'
import { automatic } from './profiles.ts'

/** Input of a sign-in. Secrets that are left out are taken from the known values. */
const start = z.object({
  profileId: id,
  flow: z.string(),
  /** Public and personal AuthParameters, by wire key; free keys too. */
  parameters: texts,
  /** Secret ones, by wire key, also those that are never sent (PASSWORD in an SRP flow). */
  secrets: secretsByKey,
  clientMetadata: texts,
  analyticsEndpointId: z.string(),
  userContextData: z.object({
    IpAddress: z.string(),
    EncodedData: secret('context data').optional(),
  }),
  session: secret('session').optional(),
  /** Where the session comes from, in a few words; shown with the first call. */
  sessionFrom: z.string().optional(),
  automatic,
  device: deviceChoice.default('with'),
  /** DeviceName of a new device that is confirmed automatically; empty for the default. */
  deviceName: z.string().max(1024).default(''),
  /** Name of a fault to inject. */
  fault: z.string().optional(),
  /** Present when an administrator calls, with AWS credentials. */
  asAdmin: z
    .object({
      /** Profile of ~/.aws/config; empty for the default. */
      awsProfile: z.string(),
      ServerName: z.string(),
      ServerPath: z.string(),
      HttpHeaders: texts,
    })
    .optional(),
})

/** A value that need not be typed again, and where it would come from. */
const knownValue = z.object({
  key: z.string(),
  source: z.enum(['typed before', 'profile', 'practice pool', 'last sign-in', 'kept device']),
  /** It is used only once the person asks for it, since the password that was typed was refused. */
  withheld: z.boolean(),
})
export type KnownValue = z.output<typeof knownValue>

/** What the history shows of a run. */
export const runRow = z.object({
  runId: id,
  profileId: z.string(),
  profileName: z.string(),
  startedAt: z.number(),
  flow: z.string(),
  username: z.string(),
  state: z.enum(['empty', 'running', 'waiting', ...traceOutcomes]),
  message: z.string().optional(),
  calls: z.number(),
  practice: z.boolean(),
  /** Absent in rows of versions that only performed sign-ins. */
  origin: z.enum(['performed', 'watched', 'imported']).default('performed'),
})
export type Run = z.output<typeof runRow>

/** Calls about sign-ins. */
export const runRoutes = {
  'run.start': route({ input: start, output: z.object({ runId: id }) }),
  /** Answers the pending challenge; secret values are separate from public ones. */
  'run.answer': route({
    input: z.object({
      runId: id,
      parameters: texts,
      secrets: secretsByKey,
      clientMetadata: texts,
      /** Name of a fault to inject. */
      fault: z.string().optional(),
    }),
    output: nothing,
  }),
  /** Computes and sends the automatic answer although its switch is off. */
  'run.answerAutomatically': route({
    input: z.object({ runId: id, clientMetadata: texts, fault: z.string().optional() }),
    output: nothing,
  }),
  /**
   * Computes the automatic answer and keeps it, so that it can be edited before it is sent: values
   * that the next answer leaves out are taken from it. Secret values are returned as marks.
   */
  'run.compute': route({ input: z.object({ runId: id }), output: z.object({ values: texts }) }),
  'run.cancel': route({ input: z.object({ runId: id }), output: nothing }),
  'run.open': route({
    input: z.object({ runId: id }),
    output: z.object({
      run: runRow,
      events: z.array(traceEvent),
      secrets: z.array(markedSecret),
    }),
  }),
  /** Why calls of a run failed, according to its trace: strongest cause first. */
  'run.diagnose': route({
    input: z.object({ runId: id }),
    output: z.object({ causes: z.array(z.custom<DiagnosedCause>()) }),
  }),
  /** Starts a sign-in of this window again, with the same inputs except for one change. */
  'run.retry': route({
    input: z.object({
      runId: id,
      flow: z.string().optional(),
      /** The key of a parameter that is left out. */
      without: z.string().optional(),
    }),
    output: z.object({ runId: id }),
  }),
  /**
   * Keeps a TOTP secret that this run set up: with the profile; or for a practice profile, which
   * is built in, in memory for the user who signed in.
   */
  'run.keepTotpSecret': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ kept: z.enum(['profile', 'memory']) }),
  }),
  /** The values that need not be typed for this profile and user. */
  'run.known': route({
    input: z.object({ profileId: id, username: z.string() }),
    output: z.array(knownValue),
  }),
  /** Uses the known password again, although the one that was typed in its place was refused. */
  'run.useWithheld': route({
    input: z.object({ profileId: id, username: z.string() }),
    output: nothing,
  }),
  'run.forgetKnown': route({
    input: z.object({ profileId: id, username: z.string() }),
    output: nothing,
  }),
} as const
