import { challenges } from '#engine/catalogue/challenges/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { AppClient, Asked, Known, Made, Ports, WireValues } from '#engine/sign-in/context.ts'
import { learned } from '#engine/sign-in/learned.ts'
import {
  transition,
  type Effect,
  type SignInEvent,
  type SignInState,
} from '#engine/sign-in/transition.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { readAnswer, type Answer } from '#engine/wire/read-answer.ts'
import type { Operation, WireRequest, WireValue } from '#engine/wire/request.ts'
import type { PoolUnderTest } from '../pool-under-test.ts'
import { clientOf } from './client-of.ts'
import {
  breakSomething,
  resolved,
  type CaseStep,
  type Injected,
  type SignInCase,
  type Stage,
} from './sign-in-case.ts'
import { totpSecret } from './values.ts'

/** A call as it goes out, with its secrets opened. */
export interface SentCall {
  readonly operation: Operation
  readonly input: Readonly<Record<string, unknown>>
}

/** What came of a case. */
export interface Played {
  /** Challenges, refusals and the end, in order, as `expectedOf` gives them. */
  readonly came: readonly string[]
  readonly challenged: readonly Extract<Answer, { kind: 'challenged' }>[]
  readonly sent: readonly SentCall[]
  readonly accessToken: string
}

/** A practice pool without a network, as a case sees it. */
const stageOf = ({ now, pool, sentCode, succeed, wait }: PoolUnderTest): Stage => ({
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
  const stage = stageOf(test)
  const ready = (await one.before?.(stage)) ?? {}
  const { clientSecret, ...of } = clientOf(test.pool.describe(), one.client)
  breakSomething(test.pool, of.userPoolId, one)
  const withSecret = clientSecret !== undefined && !one.withoutSecret
  const client: AppClient = {
    ...of,
    ...(withSecret && { clientSecret: Secret.of('client secret', clientSecret) }),
  }
  const ports: Ports = {
    modPow: modPowBigInt,
    randomBytes,
    now: test.now,
    ...(ready.authenticator && { authenticator: ready.authenticator }),
  }
  const parameters = { ...resolved(one.given, stage), ...ready.given }
  let known: Known = learned(
    {
      totpSecret: Secret.of('totp secret', totpSecret),
      ...(ready.device && { device: ready.device }),
    },
    parameters,
  )
  let srp: Made['srp']
  let state: SignInState = { step: 'new' }
  const steps = [...one.steps]
  let wrong = steps[0]?.wrong
  const came: string[] = []
  const challenged: Extract<Answer, { kind: 'challenged' }>[] = []
  const sent: SentCall[] = []
  let accessToken = ''

  /** The answer of a case to a challenge, with what the catalogue makes of it. */
  async function answerTo(asked: Asked, { answer, wait = 0 }: CaseStep): Promise<WireValues> {
    test.wait(wait)
    const described = challenges.get(asked.name)
    const context = () => ({ client, ports, known, ...asked, ...(srp && { srp }) })
    const given = typeof answer === 'string' ? undefined : resolved(answer, stage)
    if (given) known = learned(known, given)
    const made = given
      ? described?.complete?.(context(), given)
      : await described?.automatic?.answer(context())
    if (made && 'missing' in made) throw new Error(`${asked.name}: ${made.missing}`)
    srp = made?.srp ?? srp
    return made?.values ?? given ?? {}
  }

  async function perform(effect: Effect): Promise<SignInEvent | undefined> {
    switch (effect.type) {
      case 'make': {
        const made = flows.get(one.flow)?.parameters({
          client,
          ports,
          given: effect.input.parameters,
          asAdmin: one.asAdmin !== undefined,
        })
        if (!made) return { type: 'made', authParameters: parameters }
        if ('missing' in made) return { type: 'not made', message: made.missing }
        srp = made.srp
        return { type: 'made', authParameters: made.values }
      }
      case 'send': {
        const answer = await send(test, effect.request, one.injected, sent)
        if (answer.kind === 'challenged') challenged.push(answer)
        if (answer.kind === 'challenged') came.push(answer.name)
        if (answer.kind === 'refused') came.push(`${answer.error}: ${answer.message}`)
        return { type: 'replied', answer }
      }
      case 'ask': {
        const [step] = steps
        if (step?.asked !== effect.asked.name) return undefined
        const answer = wrong ? { ...step, answer: wrong.answer } : step
        if (!wrong) steps.shift()
        wrong = wrong ? undefined : steps[0]?.wrong
        const answers = await answerTo(effect.asked, answer)
        const clientMetadata = one.answerMetadata
        return { type: 'answered', answers, ...(clientMetadata && { clientMetadata }) }
      }
      case 'end':
        if (effect.outcome.kind === 'tokens') {
          const token = effect.outcome.tokens.accessToken
          accessToken = token ? reveal(token) : ''
        }
        if (effect.outcome.kind !== 'refused') came.push(effect.outcome.kind)
        return undefined
    }
  }

  const { session } = ready
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
  return { came, challenged, sent, accessToken }
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
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, opened(item)]))
}
