import type { FlowName } from '#engine/catalogue/flows/index.ts'
import type { AccountOperationName } from '#engine/catalogue/define-operation.ts'
import type { CaseValues, SignInCase } from './sign-in-case.ts'

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
  /** Calls after the sign-in: with its access token, where an operation takes one. */
  readonly then?: readonly {
    readonly operation: AccountOperationName
    readonly inputs?: CaseValues
    /** Seconds that pass before. */
    readonly after?: number
  }[]
  /** The sign-in once more, right after its end. */
  readonly again?: true
  /** Refreshes with the refresh token that the sign-in got; the last one is diagnosed. */
  readonly refreshed?: {
    /** An app client by its name; that of the sign-in where it is absent. */
    readonly through?: string
    readonly flow: FlowName
    /** Seconds before each of them. */
    readonly after: readonly number[]
  }
  /** The profile was tested before, and the sign-in begins with the result. */
  readonly probed?: true
  /** User-Agent of the program that sent the calls, where it was not Authscope. */
  readonly sentBy?: string
  /** Where the calls go instead of the pool: an HTTPS server whose certificate is its own. */
  readonly selfSigned?: true
  /** Why the same sign-in cannot be watched or imported; those have no such evidence. */
  readonly onlyPerformed?: string
  /** A member or fact that the evidence of the cause names. */
  readonly member?: string
  /** Code of the rule that has to come first, and how sure it is. */
  readonly cause: `AS${number}`
  readonly verdict: Verdict
  /** Rules that are shown beside the first. */
  readonly also?: readonly `AS${number}`[]
  /** Rules that the trace excludes, and says so. */
  readonly excluded: readonly `AS${number}`[]
  /** Rules that the scenario disproves: none of them may be shown as a cause. */
  readonly never?: readonly `AS${number}`[]
}

/** Gives a scenario its type. */
export const scenario = (one: Scenario): Scenario => one
