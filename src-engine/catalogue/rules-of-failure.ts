import type { Refusal } from './define-exception.ts'
import { textCaseOf } from './explain-refusal.ts'
import { exceptions } from './exceptions/index.ts'

/** Codes of the rules that come into question for a refusal, likeliest first. */
export function rulesOfRefusal(refusal: Refusal): readonly string[] {
  const exception = exceptions.get(refusal.error)
  if (!exception) return []
  return textCaseOf(exception, refusal.message)?.rules ?? exception.rules ?? []
}
