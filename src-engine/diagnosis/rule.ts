import type { Evidence, EvidenceStep } from './evidence.ts'

/**
 * How sure a cause is. `proved`: the trace shows something for which Cognito refuses exactly so.
 * `likely`: the trace speaks for it, and nothing in it for another. `possible`: nothing speaks
 * against it. `excluded`: the trace disproves it.
 */
export type Verdict = 'proved' | 'likely' | 'possible' | 'excluded'

/** One place in the trace that speaks for a cause, or against it. */
export interface Place {
  readonly step: number
  readonly where: 'request' | 'response' | 'fact'
  /** A member, a header or the name of a fact. */
  readonly member: string
  /** Empty where nothing in particular is. */
  readonly expected: string
  readonly actual: string
  /** The place in a sentence. */
  readonly text: string
}

/** What the window can do at once. */
export type WindowAction =
  /** Starts the sign-in once more; with another flow or a change, where one is given. */
  | { readonly do: 'retry'; readonly flow?: string; readonly without?: string }
  | { readonly do: 'edit profile'; readonly field: string }
  | { readonly do: 'edit input'; readonly field: string }
  | { readonly do: 'call'; readonly operation: string }
  | { readonly do: 'wait'; readonly untilMs: number }
  | { readonly do: 'probe' }
  /** Shows the certificates that the server presents. */
  | { readonly do: 'show certificate' }

/** One thing to do next. */
export interface NextMove {
  readonly kind:
    | 'action'
    | 'advice'
    | 'authscope'
    | 'aws cli'
    | 'cdk'
    | 'cloudformation'
    | 'terraform'
  /** A sentence; for the kinds of code the line itself. */
  readonly text: string
  /** `as is`: harmless and complete. `fill in`: has placeholders. `uncertain`: may not be wanted. */
  readonly safety: 'as is' | 'fill in' | 'uncertain'
  readonly action?: WindowAction
}

/** What a rule found in a step. */
export interface Finding {
  readonly verdict: Verdict
  /** The cause in a sentence with what the trace knows of it; the rule’s own title when absent. */
  readonly title?: string
  readonly evidence: readonly Place[]
  readonly next?: readonly NextMove[]
}

/** A code in the range of its subject: `AS13…` is SRP. */
export type RuleCode = `AS${number}`

/** One cause of a failure: how it is recognised in a trace, and what is done about it. */
export interface Rule {
  readonly code: RuleCode
  /** Subject and cause, as in `srp/clock-skew`. */
  readonly slug: `${string}/${string}`
  /** The cause in a short sentence without a full stop. */
  readonly title: string
  /** What it means and why Cognito answers so. */
  readonly meaning: string
  /** How a trace shows it. */
  readonly recognised: string
  /** How to fix it. */
  readonly fix: string
  /** What in a trace disproves it. */
  readonly excludedBy: string
  /** Where this is known from. */
  readonly sources: readonly string[]
  /** Looks at a failed step; nothing where the cause does not come into question. */
  readonly look: (step: EvidenceStep, evidence: Evidence) => Finding | undefined
}

/** Gives a rule its type. */
export const defineRule = (rule: Rule): Rule => rule
