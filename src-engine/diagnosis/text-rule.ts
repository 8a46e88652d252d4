import type { Evidence, EvidenceStep } from './evidence.ts'
import { refusalPlace } from './place.ts'
import { defineRule, type NextMove, type Rule } from './rule.ts'

/** A rule whose cause is in the text of the refusal itself. */
type TextRule = Omit<Rule, 'look' | 'recognised' | 'excludedBy'> & {
  readonly next: (step: EvidenceStep, evidence: Evidence) => readonly NextMove[]
  /** The cause with what the text says of it. */
  readonly titleOf?: (message: string, step: EvidenceStep) => string | undefined
}

/** Makes the rule of a text that leaves nothing open: it is proved by being said. */
export const textRule = ({ next, titleOf, ...rule }: TextRule): Rule =>
  defineRule({
    ...rule,
    recognised: 'The service says so in its error message.',
    excludedBy: 'Another message.',
    look: (step, evidence) => {
      const title = titleOf?.(step.refusal?.message ?? '', step)
      return {
        verdict: 'proved',
        ...(title !== undefined && { title }),
        evidence: [refusalPlace(step)],
        next: next(step, evidence),
      }
    },
  })
