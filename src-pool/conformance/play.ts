import { challenges } from '#engine/catalogue/challenges/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { Known } from '#engine/catalogue/known.ts'
import type { Computed } from '#engine/catalogue/computed.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import { withNewSecrets } from '#engine/sign-in/known-secrets.ts'
import {
  transition,
  type Effect,
  type SignInEvent,
  type SignInState,
} from '#engine/sign-in/transition.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { readAnswer, type Answer } from '#engine/wire/read-answer.ts'
import type { Operation, WireRequest, WireValue } from '#engine/wire/request.ts'
import type { PoolUnderTest } from '../test-bed/pool-under-test.ts'
import { clientOf } from './client-of.ts'
import {
  breakSomething,
  resolved,
  type CaseStep,
  type Fixture,
  type Injected,
  type SignInCase,
  type TestBed,
} from './sign-in-case.ts'
import { totpSecret } from './values.ts'

/** A call as sent, with its secrets revealed. */
export interface SentCall {
  readonly operation: Operation
  readonly input: Readonly<Record<string, unknown>>
}

/** The result of a case. */
export interface Played {
  /** Challenges, refusals and the end, in order, as `expectedOf` gives them. */
  readonly outcomes: readonly string[]
  readonly challenged: readonly Extract<Answer, { kind: 'challenged' }>[]
  readonly sent: readonly SentCall[]
  readonly accessToken: string
}

/** A practice pool without a network, as a case sees it. */
const testBedOf = ({ now, pool, sentCode, succeed, wait }: PoolUnderTest): TestBed => ({
  call: succeed,
  clientId: (name) => clientOf(pool.describe(), name).clientId,
  clientSecret: (name) => clientOf(pool.describe(), name).clientSecret,
  sentCode,
  now,
  wait,
})

/**
 * Plays a case with the engine alone: its state machine and its catalogue, calls answered by the
 * pool's core, and no run, no SDK and no HTTP between them.
 */
export async function play(
  test: PoolUnderTest,
  one: SignInCase,
  randomBytes: Ports['randomBytes'] = (length) =>
    Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256),
): Promise<Played> {
  const testBed = testBedOf(test)
  const fixture = (await one.before?.(testBed)) ?? {}
  const { clientSecret, ...of } = clientOf(test.pool.describe(), one.client)
  await breakSomething(test.pool, of.userPoolId, one)
  const withSecret = clientSecret !== undefined && !one.withoutSecret
  const client: AppClient = {
    ...of,
    ...(withSecret && { clientSecret: Secret.of('client secret', clientSecret) }),
  }
  const ports: Ports = {
    modPow: modPowBigInt,
    randomBytes,
    now: test.now,
    ...(fixture.authenticator && { authenticator: fixture.authenticator }),
  }
  return new CasePlayer({ test, testBed, one, fixture, client, ports }).play()
}

/** Everything that a case is played with. */
interface CaseDependencies {
  readonly test: PoolUnderTest
  readonly testBed: TestBed
  readonly one: SignInCase
  readonly fixture: Fixture
  readonly client: AppClient
  readonly ports: Ports
}

/** Performs the effects of one sign-in, and answers its challenges as the case says. */
class CasePlayer {
  readonly #with: CaseDependencies
  readonly #parameters: Readonly<Record<string, string>>
  readonly #steps: CaseStep[]
  readonly #outcomes: string[] = []
  readonly #challenged: Extract<Answer, { kind: 'challenged' }>[] = []
  readonly #sent: SentCall[] = []
  #wrong: CaseStep['wrong']
  #known: Known
  #srp: Computed['srp']
  #accessToken = ''

  constructor(dependencies: CaseDependencies) {
    const { fixture, one, testBed } = dependencies
    this.#with = dependencies
    this.#parameters = { ...resolved(one.inputs, testBed), ...fixture.inputs }
    this.#steps = [...one.steps]
    this.#wrong = this.#steps[0]?.wrong
    this.#known = withNewSecrets(
      {
        totpSecret: Secret.of('totp secret', totpSecret),
        ...(fixture.device && { device: fixture.device }),
      },
      this.#parameters,
    )
  }

  async play(): Promise<Played> {
    const { client, fixture, one } = this.#with
    let state: SignInState = { phase: 'new' }
    let event: SignInEvent | undefined = {
      type: 'start',
      input: {
        flow: one.flow,
        parameters: this.#parameters,
        ...one.beside,
        ...(one.asAdmin && { asAdmin: one.asAdmin }),
        ...(fixture.session && { session: fixture.session }),
      },
    }
    while (event) {
      const [next, effects] = transition(client, state, event)
      state = next
      event = effects[0] && (await this.#perform(effects[0]))
    }
    return {
      outcomes: this.#outcomes,
      challenged: this.#challenged,
      sent: this.#sent,
      accessToken: this.#accessToken,
    }
  }

  async #perform(effect: Effect): Promise<SignInEvent | undefined> {
    switch (effect.type) {
      case 'compute':
        return this.#compute(effect.input.parameters)
      case 'send': {
        const { one, test } = this.#with
        const answer = await send(test, effect.request, one.injected, this.#sent)
        if (answer.kind === 'challenged') this.#challenged.push(answer)
        if (answer.kind === 'challenged') this.#outcomes.push(answer.name)
        if (answer.kind === 'refused') this.#outcomes.push(`${answer.error}: ${answer.message}`)
        return { type: 'replied', answer }
      }
      case 'prompt':
        return this.#answer(effect.pending)
      case 'end':
        if (effect.outcome.kind === 'tokens') {
          const token = effect.outcome.tokens.accessToken
          this.#accessToken = token ? reveal(token) : ''
        }
        if (effect.outcome.kind !== 'refused') this.#outcomes.push(effect.outcome.kind)
        return undefined
    }
  }

  #compute(inputs: WireValues): SignInEvent {
    const { client, one, ports } = this.#with
    const asAdmin = one.asAdmin !== undefined
    const computed = flows.get(one.flow)?.parameters({ client, ports, inputs, asAdmin })
    if (!computed) return { type: 'computed', authParameters: this.#parameters }
    if ('missing' in computed) return { type: 'not computable', message: computed.missing }
    this.#srp = computed.srp
    return { type: 'computed', authParameters: computed.values }
  }

  async #answer(pending: PendingChallenge): Promise<SignInEvent | undefined> {
    const [step] = this.#steps
    if (step?.pending !== pending.name) return undefined
    const answer = this.#wrong ? { ...step, answer: this.#wrong.answer } : step
    if (!this.#wrong) this.#steps.shift()
    this.#wrong = this.#wrong ? undefined : this.#steps[0]?.wrong
    const answers = await this.#answersTo(pending, answer)
    const clientMetadata = this.#with.one.answerMetadata
    return { type: 'answered', by: 'person', answers, ...(clientMetadata && { clientMetadata }) }
  }

  /** The answer of a case to a challenge, with what the catalogue makes of it. */
  async #answersTo(pending: PendingChallenge, { answer, wait = 0 }: CaseStep): Promise<WireValues> {
    const { client, ports, test, testBed } = this.#with
    test.wait(wait)
    const described = challenges.get(pending.name)
    const srp = this.#srp
    const context = () => ({ client, ports, known: this.#known, ...pending, ...(srp && { srp }) })
    const inputs = typeof answer === 'string' ? undefined : resolved(answer, testBed)
    if (inputs) this.#known = withNewSecrets(this.#known, inputs)
    const computed = inputs
      ? described?.complete?.(context(), inputs)
      : await described?.automatic?.answer(context())
    if (computed && 'missing' in computed) throw new Error(`${pending.name}: ${computed.missing}`)
    this.#srp = computed?.srp ?? srp
    return computed?.values ?? inputs ?? {}
  }
}

async function send(
  test: PoolUnderTest,
  { input, operation }: WireRequest,
  injected: SignInCase['injected'],
  sent: SentCall[],
): Promise<Answer> {
  const call: SentCall = { operation, input: opened(input) as SentCall['input'] }
  sent.push(call)
  const { body, status } = injected?.[operation] ?? (await ofPool(test, call))
  return readAnswer({ status, headers: {}, body: JSON.stringify(body) }, operation)
}

async function ofPool(test: PoolUnderTest, { input, operation }: SentCall): Promise<Injected> {
  const answer = await test.call(operation, input)
  if (!('refusal' in answer)) return { status: 200, body: answer.body ?? {} }
  const { message, type } = answer.refusal
  return { status: answer.status, body: { __type: type, message } }
}

function opened(value: WireValue): unknown {
  if (value instanceof Secret) return reveal(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(opened)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, opened(item)]))
}
