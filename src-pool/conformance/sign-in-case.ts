import type { ChallengeName } from '#engine/catalogue/challenges/index.ts'
import type { FlowName } from '#engine/catalogue/flows/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { KnownDevice } from '#engine/catalogue/known.ts'
import type { ServerContext, SignInInput } from '#engine/wire/sign-in-input.ts'
import type { Operation } from '#engine/wire/request.ts'
import type { AnswerBody } from '../test-bed/pool-under-test.ts'
import type { PracticePool } from '../core/practice-pool.ts'
import type { TriggerName } from '../triggers/index.ts'

/** The pool that a case is played on, whichever way it is reached. */
export interface TestBed {
  /** Calls an operation that must succeed, as if with AWS credentials. */
  readonly call: (operation: string, input: object) => Promise<AnswerBody>
  /** A client by its name in the configuration. */
  readonly clientId: (name: string) => string
  /** The secret of that client; undefined where it has none. */
  readonly clientSecret: (name: string) => string | undefined
  /** The code of the newest message. */
  readonly sentCode: () => string
  /** Milliseconds since 1970, by the pool's clock. */
  readonly now: () => number
  /** Moves the pool's clock on by so many seconds. */
  readonly wait: (seconds: number) => void
}

/** A text, or what is known only once the pool is at work. */
export type CaseValue = string | ((testBed: TestBed) => string)

/** Values by their key on the wire. */
export type CaseValues = Readonly<Record<string, CaseValue>>

/** An exception and its whole text. */
export type RefusedWith = `${string}Exception: ${string}`

/** What was made ready for a case before it begins; it joins what the case itself gives. */
export interface Fixture {
  readonly inputs?: Readonly<Record<string, string>>
  readonly device?: KnownDevice
  readonly authenticator?: Authenticator
  readonly session?: Secret
}

/** One challenge on the way, in the order in which they come. */
export interface CaseStep {
  readonly pending: ChallengeName
  /** ChallengeParameters that come with it; others are allowed. */
  readonly parameters?: Readonly<Record<string, string>>
  /** AvailableChallenges, where they are told. */
  readonly available?: readonly string[]
  /** Seconds that pass before it is answered. */
  readonly wait?: number
  /** An answer that is refused before, and leaves the session for the next. */
  readonly wrong?: { readonly answer: CaseValues; readonly refused: RefusedWith }
  /** `automatic`: computed without a prompt; `on request`: the user has it computed. */
  readonly answer: CaseValues | 'automatic' | 'on request'
}

/** What a server before the pool answers in its place, as it goes over the wire. */
export interface Injected {
  readonly status: number
  /** JSON as Cognito sends it, or the text of a page. */
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * One sign-in, and what it leads to. A case is a file of its own; the tests find it by its folder,
 * and play it against the engine alone, over HTTP, and some of them through the window.
 */
export interface SignInCase {
  /** A client by its name in the practice pools, or in `pools.ts` next to this file. */
  readonly client: string
  readonly flow: FlowName
  /** What a person gives; in the end it is AuthParameters. */
  readonly inputs: CaseValues
  /** The members of InitiateAuth other than AuthParameters. */
  readonly beside?: Pick<SignInInput, 'analyticsEndpointId' | 'clientMetadata' | 'userContextData'>
  /** ClientMetadata of each answer that a person gives. */
  readonly answerMetadata?: Readonly<Record<string, string>>
  /** Present where an administrator signs the user in. */
  readonly asAdmin?: ServerContext
  /** Why the same sign-in by an administrator does not come out so, or cannot be. */
  readonly onlyByClient?: string
  /** True where the client's secret is not known to who signs in. */
  readonly withoutSecret?: true
  readonly before?: (testBed: TestBed) => Promise<Fixture>
  /** Faults of the pool that are on, each with the operations that it hits. */
  readonly faults?: Readonly<Record<string, readonly Operation[]>>
  /** Calls after which each fault is over; they go on where it is absent. */
  readonly faultTimes?: number
  /** Triggers that the client's pool has, in JavaScript. */
  readonly triggers?: Readonly<Partial<Record<TriggerName, string>>>
  /** What the practice pool cannot answer, by operation. */
  readonly injected?: Readonly<Partial<Record<Operation, Injected>>>
  readonly steps: readonly CaseStep[]
  readonly end: 'tokens' | 'not sent' | RefusedWith
  /** Claims of the access token at the end; others are allowed. */
  readonly claims?: Readonly<Record<string, unknown>>
}

/** Turns on in a pool what goes wrong in a case, and gives it the triggers; a reset ends both. */
export async function breakSomething(
  pool: Pick<PracticePool, 'setTrigger' | 'faults'>,
  userPoolId: string,
  { triggers = {}, faults = {}, faultTimes: times = 0 }: SignInCase,
): Promise<void> {
  for (const [name, operations] of Object.entries(faults))
    pool.faults.turnOn(name, { operations, times })
  for (const [name, source] of Object.entries(triggers) as [TriggerName, string][])
    await pool.setTrigger(userPoolId, name, source)
}

/** Gives a case its type. */
export const signInCase = (one: SignInCase): SignInCase => one

/** An answer of the service for a refusal, where only something outside the pool refuses so. */
export function refusing(refused: RefusedWith): Injected {
  const [type = '', ...text] = refused.split(': ')
  const status = type === 'InternalErrorException' ? 500 : 400
  return { status, body: { __type: type, message: text.join(': ') } }
}

/** Everything that comes on the way, in order: challenges, refusals, and the end. */
export const expectedOf = ({ end, steps }: SignInCase): readonly string[] => [
  ...steps.flatMap(({ pending, wrong }) => [pending, ...(wrong ? [wrong.refused] : [])]),
  end,
]

/** The values of a case with nothing left to find out. */
export const resolved = (values: CaseValues, testBed: TestBed): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value(testBed),
    ]),
  )
