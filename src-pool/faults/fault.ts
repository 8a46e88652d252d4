import type { RefusalText } from '../refusals/refusal.ts'

/** One thing that can be set on a fault; form, schema and help derive from it. */
export type Setting =
  | {
      readonly kind: 'number'
      readonly title: string
      /** As in `seconds`; absent where the title says it. */
      readonly unit?: string
      readonly min: number
      readonly max: number
      readonly defaultValue: number
    }
  | { readonly kind: 'flag'; readonly title: string; readonly defaultValue: boolean }
  /** Names of operations; none at all means every operation. */
  | {
      readonly kind: 'operations'
      readonly title: string
      readonly defaultValue: readonly string[]
    }

/** The value of a setting. */
export type SettingValue = number | boolean | readonly string[]
/** The values of a fault's settings by name, each of them there. */
export type SettingValues = Readonly<Record<string, SettingValue>>

interface ValueOfKind {
  readonly number: number
  readonly flag: boolean
  readonly operations: readonly string[]
}
type SettingList = Readonly<Record<string, Setting>>
type ValuesOf<S extends SettingList> = { readonly [K in keyof S]: ValueOfKind[S[K]['kind']] }

/** What threat protection makes of a sign-in. */
export interface Risk {
  /** Whether a user without any second factor is refused; else such a user is let through. */
  readonly blocksWithoutFactor: boolean
}

/** What a fault does, as data: the pool's core and its HTTP adapter each do their part. */
export type Effect =
  /** Milliseconds that the pool's clock is ahead; behind, when negative. */
  | { readonly kind: 'clock'; readonly ahead: number }
  | { readonly kind: 'risk'; readonly risk: Risk }
  /** The service refuses the call before it looks at it. */
  | { readonly kind: 'refusal'; readonly status: 400 | 500; readonly refusal: RefusalText }
  /** Something before the service answers in its place. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      readonly body: string
    }
  /** Milliseconds before the answer. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The call is performed, and half of its answer arrives. */
  | { readonly kind: 'cut' }

/** One way in which the practice pool can be made to fail. */
export interface Fault {
  /** As in the configuration file and on the command line. */
  readonly name: string
  readonly title: string
  /** What it is like in the real world, a sentence. */
  readonly imitates: string
  readonly settings: SettingList
  /** @param fraction from 0 to below 1, by chance */
  act(values: SettingValues, fraction: number): Effect
}

/** Gives a fault its type. */
export const fault = <const S extends SettingList>(
  definition: Omit<Fault, 'act' | 'settings'> & {
    readonly settings: S
    act(values: ValuesOf<S>, fraction: number): Effect
  },
): Fault => definition

/** Which calls a fault hits: all of these must agree. */
export const whichCalls = {
  operations: { kind: 'operations', title: 'Only these operations', defaultValue: [] },
  times: {
    kind: 'number',
    title: 'Ends after this many calls (0: never)',
    min: 0,
    max: 10_000,
    defaultValue: 0,
  },
  every: { kind: 'number', title: 'Every nth call', min: 1, max: 1000, defaultValue: 1 },
  percent: {
    kind: 'number',
    title: 'Share of calls',
    unit: '%',
    min: 1,
    max: 100,
    defaultValue: 100,
  },
} as const satisfies SettingList

/** {@link whichCalls}, for what only a sign-in can meet. */
export const whichSignIns = {
  ...whichCalls,
  operations: {
    ...whichCalls.operations,
    defaultValue: [
      'InitiateAuth',
      'RespondToAuthChallenge',
      'AdminInitiateAuth',
      'AdminRespondToAuthChallenge',
    ],
  },
} as const satisfies SettingList
