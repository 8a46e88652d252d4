import type { FactName } from '../facts/define-fact.ts'
import type { FactValue } from '../trace/fact.ts'
import type { EvidenceStep } from './evidence.ts'
import type { Place } from './rule.ts'

/** What was sent in a member, and what should have been. */
export const inRequest = (
  { number }: Pick<EvidenceStep, 'number'>,
  member: string,
  actual: string,
  text: string,
  expected = '',
): Place => ({ step: number, where: 'request', member, expected, actual, text })

/** What came back in a member or a header. */
export const inResponse = (
  { number }: Pick<EvidenceStep, 'number'>,
  member: string,
  actual: string,
  text: string,
  expected = '',
): Place => ({ step: number, where: 'response', member, expected, actual, text })

/** A value of a fact about the call. */
export const inFact = (
  { number }: Pick<EvidenceStep, 'number'>,
  { name }: FactName,
  actual: FactValue | undefined,
  text: string,
  expected = '',
): Place => ({
  step: number,
  where: 'fact',
  member: name,
  expected,
  actual: String(actual ?? ''),
  text,
})

/** The refusal itself, in the words of the service. */
export function refusalPlace(step: EvidenceStep): Place {
  const { error = '', message = '' } = step.refusal ?? {}
  return inResponse(step, 'message', message, `${step.operation} was answered ${error}: ${message}`)
}
