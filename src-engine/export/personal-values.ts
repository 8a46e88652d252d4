import type { PersonalKind } from '../catalogue/members/member.ts'
import { headerMember } from '../catalogue/members/header-list.ts'
import type { Attempt, OpenAnswer, Trace, TraceEvent } from '../trace/event.ts'
import { splitAtMarks } from '../trace/mark-text.ts'
import { bodyTexts } from './body-texts.ts'
import { triggerText } from './open-text.ts'
import { hostOfEndpoint, hostsOfAttempt } from './host-names.ts'
import { isCustomName, type Handling, type PersonalRules } from './personal-rules.ts'

/** Attributes in one text, as NEW_PASSWORD_REQUIRED has them: JSON. */
export function attributesIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Every personal value at a place of the trace where one is expected, with its kind:
 * usernames, parameters, attributes, claims, what a trigger said. A value of two kinds has the
 * first one.
 */
export function personalValues(
  { events }: Trace,
  rules: PersonalRules,
  textsOf = bodyTexts,
): ReadonlyMap<string, PersonalKind> {
  const collector = new Collector(rules, textsOf)
  for (const event of events) collector.event(event)
  return collector.found
}

class Collector {
  readonly found = new Map<string, PersonalKind>()
  readonly #rules: PersonalRules
  readonly #textsOf: typeof bodyTexts

  constructor(rules: PersonalRules, textsOf: typeof bodyTexts) {
    this.#rules = rules
    this.#textsOf = textsOf
  }

  event(event: TraceEvent): void {
    switch (event.type) {
      case 'started':
        this.#add(event.username, 'user')
        if (this.#rules.masksHosts) this.#hosts(hostOfEndpoint(event.target.endpoint))
        break
      case 'prompted':
        this.#add(event.username, 'user')
        this.#parameters(event.parameters, 'ChallengeParameters')
        break
      case 'attempted':
        this.#attempt(event.attempt)
        break
      case 'triggered':
        for (const body of [event.run.requestBody, event.run.body ?? ''])
          for (const { name, parent, value } of this.#textsOf(body).texts)
            this.#text(value, this.#rules.triggerMember(name, value, parent))
        this.#message(event.run.refusal?.message)
        break
      case 'computed':
        for (const { name, value } of event.values)
          if (name === 'userHandle') this.#add(value, 'sub')
        break
      case 'answered':
        this.#answer(event.answer)
        break
      case 'ended':
        this.#message(event.message)
        break
      default:
        break
    }
  }

  #add(value: string, kind: PersonalKind): void {
    if (this.found.has(value) || value.trim() === '') return
    if (splitAtMarks(value).every(({ mark }) => !mark)) this.found.set(value, kind)
  }

  #text(value: string, handling: Handling): void {
    if (handling.as === 'mark') this.#add(value, handling.kind)
    if (handling.as === 'open text') this.#message(value)
    if (handling.as === 'json') this.#body(value)
    if (handling.as !== 'attributes') return
    const attributes = attributesIn(value)
    if (attributes) this.#claims(attributes)
    else this.#add(value, 'attribute')
  }

  #message(message: string | undefined): void {
    const said = triggerText(message ?? '')
    if (said !== undefined) this.#add(said, 'text')
  }

  #body(body: string): void {
    for (const { name, parent, value } of this.#textsOf(body).texts) {
      this.#text(value, this.#rules.member(name, value, parent))
      if (name === 'Name' && this.#rules.replacesNames && isCustomName(value))
        this.#add(value, 'claim')
    }
  }

  #attempt(attempt: Attempt): void {
    const { requestBody, requestHeaders, response } = attempt
    if (this.#rules.masksHosts) this.#hosts(hostsOfAttempt(attempt))
    for (const body of [requestBody, response?.body ?? '']) this.#body(body)
    for (const [name, value] of [...requestHeaders, ...(response?.headers ?? [])]) {
      const { sensitivity } = headerMember(name)
      if (sensitivity === 'personal') this.#message(value)
    }
  }

  #hosts(hosts: readonly string[]): void {
    for (const host of hosts) this.#add(host, 'host')
  }

  #parameters(parameters: Readonly<Record<string, string>>, parent?: string): void {
    for (const [name, value] of Object.entries(parameters))
      this.#text(value, this.#rules.member(name, value, parent))
  }

  #answer(answer: OpenAnswer): void {
    if (answer.kind === 'challenged') this.#parameters(answer.parameters, 'ChallengeParameters')
    if (answer.kind === 'accepted') this.#parameters(answer.values)
    if (answer.kind === 'refused') this.#message(answer.message)
    if (answer.kind === 'tokens') for (const { claims = {} } of answer.tokens) this.#claims(claims)
  }

  #claims(claims: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(claims)) {
      const kind = this.#rules.claim(name)
      if (kind) this.#texts(value, kind)
      if (this.#rules.replacesNames && isCustomName(name)) this.#add(name, 'claim')
    }
  }

  #texts(value: unknown, kind: PersonalKind): void {
    if (typeof value === 'string') this.#add(value, kind)
    else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) this.#texts(each, kind)
  }
}
