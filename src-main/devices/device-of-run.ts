import { z } from 'zod'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** What a sign-in says about devices. */
export interface DeviceOfRun {
  /** NewDeviceMetadata; there when Cognito gave this sign-in a new device. */
  readonly fresh?: { readonly key: string; readonly group: Secret }
  /** Whether ConfirmDevice was called for it, and accepted. */
  readonly confirmed: boolean
  /** The DEVICE_KEY that the sign-in began with; empty where there was none. */
  readonly presented: string
  /** The claim device_key of the access token; empty without one. */
  readonly claimed: string
  /** The owner's real username, as far as it is known. */
  readonly username: string
  /**
   * Whether Cognito refused the sign-in because it does not know the device. "Invalid Refresh
   * Token" does not say so: it has many causes.
   */
  readonly unknownAtCognito: boolean
}

const request = z.object({
  AuthParameters: z.object({ DEVICE_KEY: z.string().default('') }),
})
const answer = z.object({
  AuthenticationResult: z.object({
    NewDeviceMetadata: z.object({ DeviceKey: z.string(), DeviceGroupKey: z.string() }),
  }),
})

/** Reads it from the trace, so that sign-ins of the history say it too. */
export function deviceOfRun({ events, run, secrets }: StoredRun): DeviceOfRun {
  const ended = events.findLast(
    (event) => event.type === 'answered' && event.answer.kind === 'tokens',
  )
  const tokens =
    ended?.type === 'answered' && ended.answer.kind === 'tokens' ? ended.answer : undefined
  const claims = tokens?.tokens.find(({ use }) => use === 'access')?.claims
  const first = attemptOf(events, 1)
  const begun = request.safeParse(parsed(first?.requestBody))
  const metadata = answer.safeParse(
    parsed(ended?.type === 'answered' ? attemptOf(events, ended.step)?.response?.body : undefined),
  ).data?.AuthenticationResult.NewDeviceMetadata
  const group = metadata && secrets.get(metadata.DeviceGroupKey)
  return {
    ...(metadata && group && { fresh: { key: metadata.DeviceKey, group } }),
    confirmed: events.some(
      (event) =>
        event.type === 'sent' &&
        event.operation === 'ConfirmDevice' &&
        accepted(events, event.step),
    ),
    presented: begun.data?.AuthParameters.DEVICE_KEY ?? '',
    claimed: text(claims?.['device_key']),
    username: text(claims?.['username']) || run.username,
    unknownAtCognito: events.some(
      (event) =>
        event.type === 'answered' &&
        ofSignIn(events, event.step) &&
        event.answer.kind === 'refused' &&
        event.answer.error === 'ResourceNotFoundException' &&
        /^device does not exist/i.test(event.answer.message),
    ),
  }
}

const accepted = (events: readonly TraceEvent[], step: number): boolean =>
  events.some(
    (event) => event.type === 'answered' && event.step === step && event.answer.kind === 'accepted',
  )

/** Account calls are about any device. */
const ofSignIn = (events: readonly TraceEvent[], step: number): boolean =>
  events.some(
    (event) =>
      event.type === 'sent' && event.step === step && !accountOperations.has(event.operation),
  )

function attemptOf(events: readonly TraceEvent[], step: number) {
  const last = events.findLast((event) => event.type === 'attempted' && event.step === step)
  return last?.type === 'attempted' ? last.attempt : undefined
}

function parsed(body = ''): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
