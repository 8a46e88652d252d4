import type { EvidenceStep } from './evidence.ts'
import type { Place } from './rule.ts'

/** What only the program itself had: without it a cause is neither proved nor excluded. */
export const notRecorded = (
  { number }: Pick<EvidenceStep, 'number'>,
  member: string,
  text: string,
): Place => ({ step: number, where: 'fact', member, expected: '', actual: 'not recorded', text })
