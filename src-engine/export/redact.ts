import { isSecretHeader } from '../redaction/secret-header.ts'
import type { Trace } from '../trace/event.ts'
import { visitBodyTexts } from './body-texts.ts'
import { PersonalMarks } from './personal-marks.ts'
import {
  personalClaim,
  personalMember,
  personalValues,
  userAttributes,
  type PersonalKind,
} from './personal-values.ts'

/**
 * The trace as it may be posted: secrets are marks already, and personal values become marks of
 * this export (`‹user 1a2b›`), at the places where they are known to be and wherever else they
 * occur. Names, order, sizes and times stay. CODE_DELIVERY_DESTINATION stays: Cognito masked it.
 * @param salt 16 random bytes, new for each export and never stored with it
 */
export function redactTrace(trace: Trace, salt: Uint8Array): Trace {
  const marks = new PersonalMarks(personalValues(trace), salt)
  return {
    events: trace.events.map((event) => redacted(event, '', marks) as typeof event),
    secrets: trace.secrets,
  }
}

/** Members with words of Authscope or of the protocol, and nothing that a user entered. */
const vocabulary: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'flow',
  'operation',
  'challenge',
  'by',
  'use',
  'outcome',
  'reason',
  'code',
  'error',
  'method',
  'mark',
  'session',
  'traceId',
  'application',
  'facts',
])

/** Walks a value of the trace. What is not known by its name is searched, so a new member is too. */
function redacted(value: unknown, name: string, marks: PersonalMarks): unknown {
  if (vocabulary.has(name)) return value
  if (typeof value === 'string') {
    if (name === 'username') return marks.of(value, 'user')
    return name === 'body' || name === 'requestBody' ? redactedBody(value, marks) : marks.in(value)
  }
  if (Array.isArray(value)) {
    if (name === 'headers' || name === 'requestHeaders') return value.map(redactedHeader(marks))
    return value.map((each: unknown) => redacted(each, '', marks))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([member, each]: [string, unknown]) => {
      if ((name === 'parameters' || name === 'values') && typeof each === 'string')
        return [member, redactedMember(member, each, marks)]
      if (name === 'claims') return [member, redactedClaim(each, personalClaim(member), marks)]
      return [member, redacted(each, member, marks)]
    }),
  )
}

const redactedHeader =
  (marks: PersonalMarks) =>
  ([name, value]: readonly [string, string]): readonly [string, string] => [
    name,
    isSecretHeader(name) ? marks.of(value, 'value') : marks.in(value),
  ]

function redactedMember(
  name: string,
  value: string,
  marks: PersonalMarks,
  parent?: string,
): string {
  const attributes = name === 'userAttributes' ? userAttributes(value) : undefined
  if (attributes)
    return JSON.stringify(
      Object.fromEntries(
        Object.entries(attributes).map(([attribute, each]) => [
          attribute,
          redactedClaim(each, personalClaim(attribute), marks),
        ]),
      ),
    )
  const kind = personalMember(name, value, parent)
  return kind === undefined ? marks.in(value) : marks.of(value, kind)
}

/** A claim with its form kept: within a personal one each text and number becomes a mark. */
function redactedClaim(
  value: unknown,
  kind: PersonalKind | undefined,
  marks: PersonalMarks,
): unknown {
  if (typeof value === 'string') return kind ? marks.of(value, kind) : marks.in(value)
  if (typeof value === 'number') return kind ? marks.of(String(value), kind) : value
  if (Array.isArray(value)) return value.map((each) => redactedClaim(each, kind, marks))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, redactedClaim(each, kind, marks)]),
  )
}

/** Replaces strings in a JSON body in place; any other body is searched as a whole. */
function redactedBody(body: string, marks: PersonalMarks): string {
  let from = 0
  let open = ''
  const whole = visitBodyTexts(body, ({ length, name, offset, parent, value }) => {
    const shown = redactedMember(name, value, marks, parent)
    if (shown === value) return
    open += body.slice(from, offset) + JSON.stringify(shown)
    from = offset + length
  })
  // A damaged body has strings that no visitor reports, so what came out is searched once more.
  const redactedJson = open + body.slice(from)
  return whole ? redactedJson : marks.in(redactedJson)
}
