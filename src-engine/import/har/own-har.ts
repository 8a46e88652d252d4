import type { Connection } from '../../trace/event.ts'
import type { Fact, FactValue } from '../../trace/fact.ts'
import { capturedParts, type NotCaptured } from '../../trace/not-captured.ts'
import type { RawTriggerExecution } from '../../redaction/redact-trigger-execution.ts'
import {
  isJsonObject,
  listMember,
  member,
  numberMember,
  parseJsonObject,
  textMember,
} from '../json-object.ts'
import { instantOf } from './har-times.ts'
import type { RecordedCall, RecordedClaims } from '../recorded-call.ts'

/** What an entry of our own HAR says about its call beyond HAR. */
interface OwnMembers extends Pick<
  RecordedCall,
  'by' | 'claims' | 'clockAhead' | 'facts' | 'fault' | 'retryKey' | 'sentAt' | 'stepMs' | 'triggers'
> {
  readonly tls?: NonNullable<Connection['tls']>
  /** What the recording lacked that the trace was made of. */
  readonly notCaptured: readonly NotCaptured[]
}

/** The operation of an entry whose headers may not have been captured. */
export function ownOperation(entry: unknown): string | undefined {
  const operation = textMember(entry, '_operation') ?? ''
  return /^\w{1,64}$/.test(operation) ? operation : undefined
}

/** Each sign-in of our own HAR by the id of its page: where marks stand for tokens, nothing else names its user pool. */
export const ownPages = (
  log: unknown,
): ReadonlyMap<string, Pick<RecordedCall, 'practice' | 'signIn' | 'userPoolId'>> =>
  new Map(
    listMember(log, 'pages').map((page) => {
      const target = member(page, '_target')
      const userPoolId = textMember(target, 'userPoolId') ?? ''
      const traceId = textMember(page, '_traceId') ?? ''
      const startedAt = instantOf(textMember(page, 'startedDateTime'))
      return [
        textMember(page, 'id') ?? '',
        {
          ...(/^[\w-]+_[0-9A-Za-z]+$/.test(userPoolId) && { userPoolId }),
          ...(member(target, 'practice') === true && { practice: true }),
          ...(/^[\w-]{1,64}$/.test(traceId) &&
            startedAt !== undefined && {
              signIn: { traceId, startedAt, facts: listMember(page, '_facts').flatMap(factOf) },
            }),
        },
      ]
    }),
  )

/**
 * Reads which attempts are one call, who answered, the clock, TLS, facts, what the triggers and the
 * tokens say, and what was not captured.
 */
export function ownMembers(entry: unknown): OwnMembers {
  const step = numberMember(entry, '_step')
  const clockAhead = numberMember(entry, '_clockAheadMs')
  const facts = listMember(entry, '_facts').flatMap(factOf)
  const tls = tlsOf(member(entry, '_tls'))
  const sentAt = numberMember(entry, '_sentAt')
  const stepMs = numberMember(entry, '_stepMs')
  const triggers = listMember(entry, '_triggers').flatMap(triggerOf)
  const claims = listMember(entry, '_claims').flatMap(claimsOf)
  const by = answerers.find((one) => one === textMember(entry, '_answeredBy'))
  const fault = textMember(entry, '_fault')
  return {
    ...(by && { by }),
    ...(fault !== undefined && { fault }),
    ...(sentAt !== undefined && { sentAt }),
    ...(stepMs !== undefined && stepMs >= 0 && { stepMs }),
    ...(triggers.length > 0 && { triggers }),
    ...(claims.length > 0 && { claims }),
    ...(step !== undefined && {
      retryKey: `${textMember(entry, 'pageref') ?? ''} step ${String(step)}`,
    }),
    ...(clockAhead !== undefined && { clockAhead }),
    ...(facts.length > 0 && { facts }),
    ...(tls && { tls }),
    notCaptured: listMember(entry, '_notCaptured').flatMap(notCapturedOf),
  }
}

const answerers = ['person', 'automatic', 'application'] as const

function notCapturedOf(value: unknown): readonly NotCaptured[] {
  const part = capturedParts.find((one) => one === textMember(value, 'part'))
  const advice = textMember(value, 'advice')
  if (part === undefined) return []
  return [
    {
      part,
      reason: textMember(value, 'reason') ?? '',
      ...(advice !== undefined && { advice }),
    },
  ]
}

/** A run as the practice pool told it; in files of earlier versions it has neither event nor answer. */
function triggerOf(value: unknown): readonly RawTriggerExecution[] {
  const triggerSource = textMember(value, 'triggerSource')
  if (triggerSource === undefined) return []
  const refusal = member(value, 'refusal')
  const answer = parseJson(textMember(value, 'body'))
  return [
    {
      triggerSource,
      trigger: textMember(value, 'trigger') ?? '',
      event: parseJsonObject(textMember(value, 'requestBody') ?? '') ?? {},
      ...(answer !== undefined && { answer }),
      ...(refusal !== undefined && {
        error: {
          type: textMember(refusal, 'error') ?? '',
          message: textMember(refusal, 'message') ?? '',
        },
      }),
      console: listMember(value, 'console').filter((line) => typeof line === 'string'),
      durationMs: numberMember(value, 'durationMs') ?? 0,
    },
  ]
}

function claimsOf(value: unknown): readonly RecordedClaims[] {
  const use = (['id', 'access', 'refresh'] as const).find((one) => one === textMember(value, 'use'))
  if (!use) return []
  const [header, claims] = [member(value, 'header'), member(value, 'claims')]
  return [
    {
      use,
      ...(isJsonObject(header) && { header }),
      ...(isJsonObject(claims) && { claims }),
    },
  ]
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function tlsOf(value: unknown): Connection['tls'] {
  const of = (name: string) => textMember(value, name) ?? ''
  if (!isJsonObject(value)) return undefined
  return {
    protocol: of('protocol'),
    cipher: of('cipher'),
    subject: of('subject'),
    issuer: of('issuer'),
    validTo: of('validTo'),
  }
}

function factOf(value: unknown): readonly Fact[] {
  const name = textMember(value, 'name')
  const values = member(value, 'values')
  if (name === undefined || !isJsonObject(values)) return []
  const known = Object.entries(values).filter(
    (entry): entry is [string, FactValue] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
  )
  return [{ name, values: Object.fromEntries(known) }]
}
