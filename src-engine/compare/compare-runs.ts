import { diagnose } from '../diagnosis/diagnose.ts'
import type { TraceEvent } from '../trace/event.ts'
import type { Fact } from '../trace/fact.ts'
import { timeline, type TimelineStep } from '../trace/timeline.ts'

/** One thing that two runs do not have in common. */
export interface RunDifference {
  /** The call in which it stands, counted from 1; 0 for the run as a whole. */
  readonly step: number
  readonly where: 'run' | 'step' | 'request' | 'response' | 'fact' | 'claim' | 'diagnosis'
  readonly member: string
  /** Empty where the first run has nothing there. */
  readonly a: string
  /** Empty where the second run has nothing there. */
  readonly b: string
}

type Members = ReadonlyMap<string, string>

/** What differs in every call, and so says nothing. */
const alwaysDifferent =
  /^(SRP_A|TIMESTAMP|PASSWORD_CLAIM_\w+|SRP_B|SALT|SECRET_BLOCK|x-amzn-requestid|date|amz-sdk-\w+|iat|exp|auth_time|jti|origin_jti|event_id|at_hash|content-length)$/i

/** Marks name a value of one run; in another run the same value has another name. */
const comparable = (text: string): string => text.replaceAll(/‹(\w[\w ]*) [0-9a-f]+›/g, '‹$1›')

/**
 * What is different between two runs, call by call in their order, so that the first one is where
 * they part. Reads open events alone; values that differ in every run are left out, and so are
 * times. Marks of secrets are compared by their kind.
 */
export function compareRuns(
  a: readonly TraceEvent[],
  b: readonly TraceEvent[],
): readonly RunDifference[] {
  const [first, second] = [timeline(a), timeline(b)]
  const whole = [
    ...differences(0, 'run', runMembers(first), runMembers(second)),
    ...differences(0, 'fact', factMembers(first.facts), factMembers(second.facts)),
  ]
  const calls = [callsOf(first.steps), callsOf(second.steps)] as const
  const steps = Array.from({ length: Math.max(...calls.map(({ length }) => length)) }, (_, at) =>
    stepDifferences(at + 1, calls[0][at], calls[1][at]),
  )
  const causes = (events: readonly TraceEvent[]) =>
    new Map(
      diagnose(events)
        .filter(({ verdict }) => verdict !== 'excluded')
        .map(({ code, title, verdict }) => [code, `${verdict}: ${title}`]),
    )
  return [...whole, ...steps.flat(), ...differences(0, 'diagnosis', causes(a), causes(b))]
}

const callsOf = (steps: readonly TimelineStep[]) =>
  steps.filter(({ operation }) => operation !== undefined)

function stepDifferences(
  number: number,
  a: TimelineStep | undefined,
  b: TimelineStep | undefined,
): readonly RunDifference[] {
  return [
    ...differences(number, 'step', stepMembers(a), stepMembers(b)),
    // Two different calls have no members in common that would say more.
    ...(a && b && a.operation === b.operation
      ? [
          ...differences(number, 'request', requestMembers(a), requestMembers(b)),
          ...differences(number, 'fact', factMembers(a.facts), factMembers(b.facts)),
          ...differences(number, 'response', responseMembers(a), responseMembers(b)),
          ...differences(number, 'claim', claimMembers(a), claimMembers(b)),
        ]
      : []),
  ]
}

function differences(
  step: number,
  where: RunDifference['where'],
  a: Members,
  b: Members,
): readonly RunDifference[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((member) => {
    const [left = '', right = ''] = [a.get(member), b.get(member)]
    return comparable(left) === comparable(right)
      ? []
      : [{ step, where, member, a: left, b: right }]
  })
}

function runMembers({ flow, message, state, target }: ReturnType<typeof timeline>): Members {
  return members({
    flow,
    state,
    message,
    'user pool': target?.userPoolId,
    'app client': target?.clientId,
    region: target?.region,
    endpoint: target?.endpoint,
  })
}

const stepMembers = (step: TimelineStep | undefined): Members =>
  members({
    operation: step?.operation,
    challenge: step?.challenge,
    'injected fault': step?.fault,
    attempts: step && String(step.attempts.length),
    status: step?.status,
  })

function requestMembers({ attempts }: TimelineStep): Members {
  const last = attempts.at(-1)
  return bodyMembers(last?.requestBody)
}

function responseMembers({ answer, attempts }: TimelineStep): Members {
  const { response } = attempts.at(-1) ?? {}
  return new Map([
    ...members({
      answer: answer?.kind,
      'HTTP status': response && String(response.status),
      error: answer?.kind === 'refused' ? answer.error : undefined,
      failure: answer?.kind === 'failed' ? answer.code : undefined,
    }),
    ...bodyMembers(response?.body),
  ])
}

function claimMembers({ answer }: TimelineStep): Members {
  if (answer?.kind !== 'tokens') return new Map()
  return new Map(
    answer.tokens.flatMap(({ claims = {}, use }) =>
      Object.entries(claims)
        .filter(([name]) => !alwaysDifferent.test(name))
        .map(([name, value]) => [`${use}.${name}`, textOf(value)] as const),
    ),
  )
}

const factMembers = (facts: readonly Fact[]): Members =>
  new Map(
    facts.flatMap(({ name, values }) =>
      Object.entries(values)
        // An age or a duration is another one each time.
        .filter(([, value]) => typeof value !== 'number')
        .map(([member, value]) => [`${name}.${member}`, String(value)] as const),
    ),
  )

/** The members of a JSON body, one level of objects deep: `AuthParameters.USERNAME`. */
function bodyMembers(body: string | undefined): Members {
  const value = jsonObject(body)
  const found = Object.entries(value ?? {}).flatMap(([name, each]) => {
    const inner = objectOf(each)
    return inner
      ? Object.entries(inner).map(([key, one]) => [`${name}.${key}`, key, one] as const)
      : [[name, name, each] as const]
  })
  return new Map(
    found
      .filter(([, key]) => !alwaysDifferent.test(key))
      .map(([path, , one]) => [path, textOf(one)]),
  )
}

function jsonObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

const members = (values: Readonly<Record<string, string | undefined>>): Members =>
  new Map(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    ),
  )
