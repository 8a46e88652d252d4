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
  const parameters = { ...resolved(one.inputs, testBed), ...fixture.inputs }
  let known: Known = withNewSecrets(
    {
      totpSecret: Secret.of('totp secret', totpSecret),
      ...(fixture.device && { device: fixture.device }),
    },
    parameters,
  )
  let srp: Computed['srp']
  let state: SignInState = { phase: 'new' }
  const steps = [...one.steps]
  let wrong = steps[0]?.wrong
  const outcomes: string[] = []
  const challenged: Extract<Answer, { kind: 'challenged' }>[] = []
  const sent: SentCall[] = []
  let accessToken = ''

  /** The answer of a case to a challenge, with what the catalogue makes of it. */
  async function answerTo(
    pending: PendingChallenge,
    { answer, wait = 0 }: CaseStep,
  ): Promise<WireValues> {
    test.wait(wait)
    const described = challenges.get(pending.name)
    const context = () => ({ client, ports, known, ...pending, ...(srp && { srp }) })
    const inputs = typeof answer === 'string' ? undefined : resolved(answer, testBed)
    if (inputs) known = withNewSecrets(known, inputs)
    const computed = inputs
      ? described?.complete?.(context(), inputs)
      : await described?.automatic?.answer(context())
    if (computed && 'missing' in computed) throw new Error(`${pending.name}: ${computed.missing}`)
    srp = computed?.srp ?? srp
    return computed?.values ?? inputs ?? {}
  }

  async function perform(effect: Effect): Promise<SignInEvent | undefined> {
    switch (effect.type) {
      case 'compute': {
        const computed = flows.get(one.flow)?.parameters({
          client,
          ports,
          inputs: effect.input.parameters,
          asAdmin: one.asAdmin !== undefined,
        })
        if (!computed) return { type: 'computed', authParameters: parameters }
        if ('missing' in computed) return { type: 'not computable', message: computed.missing }
        srp = computed.srp
        return { type: 'computed', authParameters: computed.values }
      }
      case 'send': {
        const answer = await send(test, effect.request, one.injected, sent)
        if (answer.kind === 'challenged') challenged.push(answer)
        if (answer.kind === 'challenged') outcomes.push(answer.name)
        if (answer.kind === 'refused') outcomes.push(`${answer.error}: ${answer.message}`)
        return { type: 'replied', answer }
      }
      case 'prompt': {
        const [step] = steps
        if (step?.pending !== effect.pending.name) return undefined
        const answer = wrong ? { ...step, answer: wrong.answer } : step
        if (!wrong) steps.shift()
        wrong = wrong ? undefined : steps[0]?.wrong
        const answers = await answerTo(effect.pending, answer)
        const clientMetadata = one.answerMetadata
        return {
          type: 'answered',
          by: 'person',
          answers,
          ...(clientMetadata && { clientMetadata }),
        }
      }
      case 'end':
        if (effect.outcome.kind === 'tokens') {
          const token = effect.outcome.tokens.accessToken
          accessToken = token ? reveal(token) : ''
        }
        if (effect.outcome.kind !== 'refused') outcomes.push(effect.outcome.kind)
        return undefined
    }
  }

  const { session } = fixture
  let event: SignInEvent | undefined = {
    type: 'start',
    input: {
      flow: one.flow,
      parameters,
      ...one.beside,
      ...(one.asAdmin && { asAdmin: one.asAdmin }),
      ...(session && { session }),
    },
  }
  while (event) {
    const [next, effects] = transition(client, state, event)
    state = next
    event = effects[0] && (await perform(effects[0]))
  }
  return { outcomes, challenged, sent, accessToken }
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
