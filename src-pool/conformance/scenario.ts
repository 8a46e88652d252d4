import type { SignInCase } from './sign-in-case.ts'

/** How sure a cause is that a diagnosis names. */
type Verdict = 'proved' | 'likely' | 'possible'

/**
 * A sign-in that fails for a known cause, and what a diagnosis of it has to say. A scenario is a
 * file of its own; the test finds it by its folder.
 */
export interface Scenario extends Omit<SignInCase, 'end' | 'steps'> {
  /** What happened, in a sentence. */
  readonly about: string
  /** Challenges on the way that a person answers, or that are answered automatically. */
  readonly steps?: SignInCase['steps']
  /** Earlier sign-ins of the same user. */
  readonly earlier?: readonly (Pick<SignInCase, 'flow' | 'inputs'> &
    Partial<Pick<SignInCase, 'client'>>)[]
  /** Seconds that the pool’s clock is ahead of the client’s. */
  readonly secondsAhead?: number
  /** What the profile has instead of the client’s secret. */
  readonly clientSecret?: (right: string) => string
  /** What the profile has instead of the pool’s id. */
  readonly userPoolId?: string
  /** Name of a fault of the request, injected into the first call that it applies to. */
  readonly fault?: string
  /** Code of the rule that has to come first, and how sure it is. */
  readonly cause: `AS${number}`
  readonly verdict: Verdict
  /** Rules that the trace excludes, and says so. */
  readonly excluded: readonly `AS${number}`[]
  /** Rules that the scenario disproves: none of them may be shown as a cause. */
  readonly never?: readonly `AS${number}`[]
}

/** Gives a scenario its type. */
export const scenario = (one: Scenario): Scenario => one
