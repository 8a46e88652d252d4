import { timeline, type TimelineStep } from '../../trace/timeline.ts'
import { markPattern } from '../../trace/mark-registry.ts'
import type { Trace, TraceTarget } from '../../trace/event.ts'
import { serviceUrlOf } from '../../tokens/issuers.ts'
import { environmentVariable, type Variable } from './environment-variable.ts'
import { manualStep, type ManualStep } from './manual-step.ts'

/** Where a value that is neither an object nor a list comes from when the chain is run again. */
export type PlannedText =
  | { readonly from: 'literal'; readonly value: string | number | boolean | null }
  | { readonly from: 'environment'; readonly name: string }
  /** A code that comes during the run: read from standard input where its variable is not set. */
  | { readonly from: 'prompt'; readonly name: string; readonly member: string }
  /** The answer to an earlier call of the chain. */
  | { readonly from: 'answer'; readonly step: number; readonly path: readonly string[] }
  | { readonly from: 'secret hash'; readonly over: PlannedText }
  | { readonly from: 'totp code' }
  | { readonly from: 'srp'; readonly what: SrpValue }

/** Where a value of a call comes from when the chain is run again. */
export type PlannedValue =
  | PlannedText
  | { readonly from: 'object'; readonly members: readonly (readonly [string, PlannedValue])[] }
  | { readonly from: 'list'; readonly items: readonly PlannedValue[] }

/** SRP_A of the first call, or a part of the proof that answers PASSWORD_VERIFIER. */
export type SrpValue = 'A' | 'signature' | 'timestamp'

/** One call of a chain. */
export interface PlannedCall {
  readonly step: number
  readonly operation: string
  /** Operations of an administrator, which are signed with AWS credentials. */
  readonly signed: boolean
  /** True where SDKs sign the call, although the service takes it without a signature. */
  readonly needlesslySigned: boolean
  /** Whether the password proof of this call has to be computed first, from the answer to this step. */
  readonly proofOf?: number
  readonly input: Extract<PlannedValue, { from: 'object' }>
  /** What the call led to when it was recorded, and what code cannot compute for it, if anything. */
  readonly outcome: string
}

/** A chain as code can run it again: its calls, and every secret as a variable of the environment. */
export interface ChainPlan {
  readonly target: TraceTarget
  /** A variable where SRP needs the pool and the recording does not name it. */
  readonly userPoolId: PlannedText
  /** Never empty. */
  readonly endpoint: string
  readonly region: string
  readonly application: string
  readonly flow: string
  readonly calls: readonly PlannedCall[]
  readonly variables: readonly Variable[]
  readonly usesSrp: boolean
  readonly usesSecretHash: boolean
  readonly usesTotp: boolean
  /** Whether a code may have to be read from standard input. */
  readonly prompts: boolean
}

const noTarget: TraceTarget = {
  profileName: '',
  region: '',
  userPoolId: '',
  clientId: '',
  endpoint: '',
  practice: false,
}

/**
 * Plans the calls of a redacted trace; a call whose request was not captured is left out.
 * @param canPrompt whether the code can read from standard input while it runs
 */
export function chainPlan({ events }: Trace, canPrompt = true): ChainPlan {
  const view = timeline(events)
  const started = events.find((event) => event.type === 'started')
  const target = view.target ?? noTarget
  const region = target.region || (target.userPoolId.split('_')[0] ?? '') || 'us-east-1'
  const planner = new Planner(view.username, canPrompt)
  const calls = view.steps.flatMap((step) => planner.call(step))
  const text = JSON.stringify(calls)
  const uses = (from: PlannedValue['from']) => text.includes(`"from":"${from}"`)
  if (uses('secret hash')) planner.variable('COGNITO_CLIENT_SECRET')
  if (uses('totp code')) planner.variable('COGNITO_TOTP_SECRET')
  if (uses('srp')) {
    planner.variable('COGNITO_USERNAME')
    planner.variable('COGNITO_PASSWORD')
  }
  const userPoolId: PlannedText =
    uses('srp') && target.userPoolId === ''
      ? planner.variable('COGNITO_USER_POOL_ID')
      : { from: 'literal', value: target.userPoolId }
  return {
    target,
    userPoolId,
    region,
    endpoint: (target.endpoint || serviceUrlOf(region)).replace(/\/$/, ''),
    application: started?.application ?? 'Authscope',
    flow: view.flow,
    calls,
    variables: planner.variables(),
    usesSrp: uses('srp'),
    usesSecretHash: uses('secret hash'),
    usesTotp: uses('totp code'),
    prompts: uses('prompt'),
  }
}

/** What the user gets during the run; it was sent as a whole. */
const sentCode = /^‹(?:code|custom answer) [0-9a-f]+›$/

const wholeMark = new RegExp(`^${markPattern.source}$`)

class Planner {
  readonly #username: string
  readonly #canPrompt: boolean
  readonly #variables = new Map<string, Variable>()
  /** By the name of its variable: the mark that it stands for. */
  readonly #values = new Map<string, string>()
  /** By mark: the newest answer that has it. */
  readonly #answers = new Map<string, Extract<PlannedValue, { from: 'answer' }>>()
  /** What the person has to do for the call that is planned. */
  #manual: ManualStep | undefined
  /** The step whose answer asks for a password proof. */
  #asking: number | undefined

  constructor(username: string, canPrompt: boolean) {
    this.#username = username
    this.#canPrompt = canPrompt
  }

  variables(): readonly Variable[] {
    return [...this.#variables.values()]
  }

  variable(name: string, about?: string): PlannedText {
    if (!this.#variables.has(name)) this.#variables.set(name, environmentVariable(name, about))
    return { from: 'environment', name }
  }

  /** A variable for a code that is sent to the user, or shown, during the run. */
  #prompted(name: string, member: string): PlannedText {
    const about = `the code for ${member}; asked for when it is needed, if not set`
    this.#variables.set(name, { name, about, isPrompted: true })
    return { from: 'prompt', name, member }
  }

  call(step: TimelineStep): readonly PlannedCall[] {
    const { answer, attempts, number, operation } = step
    const last = attempts.at(-1)
    const input = parsed(last?.requestBody)
    // The name comes from a header, perhaps of a file: only one that is a name may become code.
    if (operation === undefined || !/^[A-Za-z]\w*$/.test(operation) || !input) return []
    this.#manual = manualStep(operation, input)
    const planned = this.#value(input, '', input)
    const proof = JSON.stringify(planned).includes('"what":"signature"')
    this.#learn(parsed(last?.response?.body), number, [])
    const call: PlannedCall = {
      step: number,
      operation,
      signed: operation.startsWith('Admin'),
      needlesslySigned: operation === 'GetClientToken',
      ...(proof && this.#asking !== undefined && { proofOf: this.#asking }),
      input: planned as PlannedCall['input'],
      outcome: [outcomeOf(step), this.#manual?.note].filter(Boolean).join('. '),
    }
    if (answer?.kind === 'challenged' && answer.challenge === 'PASSWORD_VERIFIER')
      this.#asking = number
    return [call]
  }

  #value(value: unknown, name: string, parent: object): PlannedValue {
    if (typeof value === 'string') return this.#text(value, name, parent)
    if (Array.isArray(value))
      return { from: 'list', items: value.map((item) => this.#value(item, name, parent)) }
    if (typeof value === 'object' && value !== null)
      return {
        from: 'object',
        members: Object.entries(value).map(([member, each]) => [
          member,
          this.#value(each, member, value),
        ]),
      }
    return { from: 'literal', value: value as number | boolean | null }
  }

  #text(value: string, name: string, parent: object): PlannedText {
    const { members = {} } = this.#manual ?? {}
    const member = Object.hasOwn(members, name) ? members[name] : undefined
    if (member) return this.variable(member.name, member.about)
    if (value.search(markPattern) < 0) {
      // A date that was right once: the proof is computed again, for the present.
      return name === 'TIMESTAMP' && Object.hasOwn(parent, 'PASSWORD_CLAIM_SIGNATURE')
        ? { from: 'srp', what: 'timestamp' }
        : name === 'SRP_A'
          ? { from: 'srp', what: 'A' }
          : { from: 'literal', value }
    }
    switch (name) {
      case 'SRP_A':
        return { from: 'srp', what: 'A' }
      case 'PASSWORD_CLAIM_SIGNATURE':
        return { from: 'srp', what: 'signature' }
      case 'SECRET_HASH':
      case 'SecretHash':
        return { from: 'secret hash', over: this.#nameIn(parent) }
      case 'SOFTWARE_TOKEN_MFA_CODE':
        return { from: 'totp code' }
    }
    if (value === this.#username) return this.variable('COGNITO_USERNAME')
    const known = wholeMark.test(value) ? this.#answers.get(value) : undefined
    if (known) return known
    const sentAs = nameOf(name, parent)
    const [variable, about] = variableFor(sentAs, value)
    const distinct = this.#distinct(variable, value)
    return this.#canPrompt && sentCode.test(value)
      ? this.#prompted(distinct, sentAs)
      : this.variable(distinct, about)
  }

  /** A name for each value: two members may have names that differ in signs alone. */
  #distinct(name: string, value: string): string {
    if (personal.has(name)) return name
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name}_${String(number)}`
      const holds = this.#values.get(candidate) ?? value
      this.#values.set(candidate, holds)
      if (holds === value) return candidate
    }
  }

  /** The name that a hash beside it is over; a refresh has none. */
  #nameIn(parent: object): PlannedText {
    for (const name of ['USERNAME', 'Username']) {
      const value: unknown = Object.hasOwn(parent, name)
        ? (parent as Readonly<Record<string, unknown>>)[name]
        : undefined
      if (typeof value === 'string') return this.#text(value, name, parent)
    }
    return this.variable('COGNITO_USERNAME')
  }

  #learn(value: unknown, step: number, path: readonly string[]): void {
    if (typeof value === 'string' && wholeMark.test(value))
      this.#answers.set(value, { from: 'answer', step, path })
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [name, each] of Object.entries(value)) this.#learn(each, step, [...path, name])
  }
}

/** Variables of the person who signs in: one of each, whatever marks a recording has for it. */
const personal: ReadonlySet<string> = new Set(['COGNITO_USERNAME', 'COGNITO_PASSWORD'])

/** What a value is called: an item of a list of names and values by its own name. */
function nameOf(member: string, parent: object): string {
  const { Name } = parent as { readonly Name?: unknown }
  return member === 'Value' && typeof Name === 'string' ? Name : member
}

/** A variable for a value, named by the member that it is sent as. */
function variableFor(name: string, mark: string): readonly [string, string?] {
  if (name === 'PASSWORD' || name === 'Password') return ['COGNITO_PASSWORD']
  if (name === 'USERNAME' || name === 'Username') return ['COGNITO_USERNAME']
  const snake = name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
  const kind = /^‹([a-z ]+) /.exec(mark)?.[1] ?? 'value'
  return [`COGNITO_${snake || 'VALUE'}`, `the ${kind} that was sent as ${name}`]
}

function outcomeOf({ answer }: TimelineStep): string {
  switch (answer?.kind) {
    case 'challenged':
      return answer.challenge
    case 'refused':
      return `${answer.error}: ${answer.message}`
    case 'tokens':
    case 'accepted':
    case 'not captured':
      return answer.kind
    case 'failed':
    case 'unreadable':
      return 'no answer'
    case undefined:
      return 'not answered'
  }
}

function parsed(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
