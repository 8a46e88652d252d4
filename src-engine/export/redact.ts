import { headerMember } from '../catalogue/members/header-list.ts'
import { statusTexts } from '../catalogue/members/status-texts.ts'
import { sensitiveMember } from '../catalogue/sensitive-members.ts'
import type { PersonalKind } from '../catalogue/members/member.ts'
import type { Trace } from '../trace/event.ts'
import { bodyReader, type BodyText, type bodyTexts } from './body-texts.ts'
import { ExportMarks } from './export-marks.ts'
import { PersonalMarks } from './personal-marks.ts'
import { PersonalRules, type Handling } from './personal-rules.ts'
import { attributesIn, personalValues } from './personal-values.ts'
import { publicWords } from './public-words.ts'
import { standardRedaction, type Redaction } from './redaction-profile.ts'

/**
 * The trace as it may be posted: secrets are marks already, without their lengths, and personal
 * values become marks of this export (`‹user 1a2b›`), at the places where they are known to be and
 * wherever else they occur. Names, order, sizes and times stay. CODE_DELIVERY_DESTINATION stays:
 * Cognito masked it.
 * @param salt 16 random bytes, new for each export and never stored with it
 * @param redaction what becomes marks of that about which opinions differ
 */
export const redactTrace = (
  trace: Trace,
  salt: Uint8Array,
  redaction: Redaction = standardRedaction,
): Trace => traceRedactor(salt, redaction)(trace)

/** Redacts the traces of one export, one after the other: a value has the same mark in all. */
export function traceRedactor(salt: Uint8Array, redaction: Redaction): (trace: Trace) => Trace {
  const rules = new PersonalRules(redaction)
  const ofExport = new ExportMarks(salt, redaction.users)
  return (trace) => {
    const textsOf = bodyReader()
    const values = personalValues(trace, rules, textsOf)
    const marks = new PersonalMarks(values, ofExport, publicWords(trace))
    const redactor = new TraceRedactor(rules, marks, textsOf)
    return {
      events: trace.events.map((event) => redactor.value(event, '') as typeof event),
      secrets: trace.secrets.map((secret) => ({ ...secret, length: 0 })),
    }
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

class TraceRedactor {
  readonly #rules: PersonalRules
  readonly #marks: PersonalMarks
  readonly #textsOf: typeof bodyTexts

  constructor(rules: PersonalRules, marks: PersonalMarks, textsOf: typeof bodyTexts) {
    this.#rules = rules
    this.#marks = marks
    this.#textsOf = textsOf
  }

  /** Walks a value of the trace. What is not known by its name is searched, so a new member is too. */
  value(value: unknown, name: string): unknown {
    if (vocabulary.has(name)) return value
    if (typeof value === 'string') return this.#named(name, value)
    if (Array.isArray(value)) {
      if (name === 'headers' || name === 'requestHeaders')
        return value.map((header: readonly [string, string]) => this.#header(header))
      return value.map((each: unknown) =>
        name === 'console' && typeof each === 'string'
          ? this.#marks.of(each, 'text')
          : this.value(each, ''),
      )
    }
    if (typeof value !== 'object' || value === null) return value
    if (name === 'run') return this.#triggerExecution(value)
    if (name === 'claims') return this.#claims(value)
    return withMembers(value, (each, member) => {
      if (name === 'parameters' && typeof each === 'string')
        return this.#member({ name: member, value: each, parent: 'ChallengeParameters' })
      if (name === 'values' && typeof each === 'string')
        return this.#member({ name: member, value: each })
      return isComputed(value, member) ? this.#computed(value) : this.value(each, member)
    })
  }

  #named(name: string, value: string): string {
    if (name === 'statusText' && !statusTexts.has(value)) return this.#marks.of(value, 'text')
    if (name === 'username') return this.#marks.of(value, 'user')
    if (name === 'body' || name === 'requestBody')
      return this.#body(value, (text) => this.#member(text))
    return name === 'message' || name === 'detail'
      ? this.#marks.inOpenText(value)
      : this.#marks.in(value)
  }

  /** A computed value of an old trace may be in the clear, whose name now is that of a secret. */
  #computed({ name, value }: { readonly name: string; readonly value: string }): string {
    return sensitiveMember(name)?.sensitivity === 'secret'
      ? this.#marks.of(value, 'value')
      : this.#marks.in(value)
  }

  #header([name, value]: readonly [string, string]): readonly [string, string] {
    const member = headerMember(name)
    if (member.sensitivity === 'public') return [name, this.#marks.in(value)]
    if (member.sensitivity === 'personal' && member.kind === 'text')
      return [name, this.#marks.inOpenText(value)]
    return [name, this.#marks.of(value, member.sensitivity === 'personal' ? member.kind : 'value')]
  }

  #triggerExecution(run: object): object {
    return withMembers(run, (each, member) =>
      (member === 'requestBody' || member === 'body') && typeof each === 'string'
        ? this.#body(each, ({ name, parent, value }) =>
            this.#handled(value, this.#rules.triggerMember(name, value, parent)),
          )
        : this.value(each, member),
    )
  }

  #member({ name, parent, value }: Pick<BodyText, 'name' | 'value' | 'parent'>): string {
    return this.#handled(value, this.#rules.member(name, value, parent))
  }

  #handled(value: string, handling: Handling): string {
    switch (handling.as) {
      case 'mark':
        return this.#marks.of(value, handling.kind)
      case 'open text':
        return this.#marks.inOpenText(value)
      case 'json':
        return this.#body(value, (text) => this.#member(text))
      case 'as it is':
        return this.#marks.in(value)
      case 'attributes': {
        const attributes = attributesIn(value)
        if (!attributes) return this.#marks.of(value, 'attribute')
        return JSON.stringify(this.#claims(attributes))
      }
    }
  }

  #claims(claims: object): object {
    return Object.fromEntries(
      Object.entries(claims).map(([name, each]) => [
        this.#marks.in(name),
        this.#claim(each, this.#rules.claim(name)),
      ]),
    )
  }

  /** A claim with its form kept: within a personal one each text and number becomes a mark. */
  #claim(value: unknown, kind: PersonalKind | undefined): unknown {
    if (typeof value === 'string') return kind ? this.#marks.of(value, kind) : this.#marks.in(value)
    if (typeof value === 'number') return kind ? this.#marks.of(String(value), kind) : value
    if (Array.isArray(value)) return value.map((each) => this.#claim(each, kind))
    if (typeof value !== 'object' || value === null) return value
    return withMembers(value, (each) => this.#claim(each, kind))
  }

  /** Replaces strings in a JSON body in place; any other body is searched as a whole. */
  #body(body: string, shownAs: (text: BodyText) => string): string {
    let from = 0
    let open = ''
    const { isWhole, texts } = this.#textsOf(body)
    for (const text of texts) {
      const shown = shownAs(text)
      if (shown === text.value) continue
      open += body.slice(from, text.offset) + JSON.stringify(shown)
      from = text.offset + text.length
    }
    // A damaged body has strings that no visitor reports, so what came out is searched once more.
    const redactedJson = open + body.slice(from)
    if (!isWhole) return this.#marks.inOpenText(redactedJson)
    return this.#rules.replacesNames ? this.#marks.in(redactedJson) : redactedJson
  }
}

/** An object of the same members, each with another value. */
function withMembers(object: object, valueOf: (value: unknown, name: string) => unknown): object {
  const changed: Record<string, unknown> = { ...object }
  for (const name of Object.keys(changed)) changed[name] = valueOf(changed[name], name)
  return changed
}

const isComputed = (
  value: object,
  member: string,
): value is { readonly name: string; readonly value: string } =>
  member === 'value' &&
  'note' in value &&
  'name' in value &&
  typeof value.name === 'string' &&
  'value' in value &&
  typeof value.value === 'string'
