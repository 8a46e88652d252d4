import { exceptions } from '../catalogue/exceptions/index.ts'
import { textCaseOf } from '../catalogue/explain-refusal.ts'
import { rulesOfRefusal } from '../catalogue/rules-of-failure.ts'
import type { Rule } from './rule.ts'
import { ruleList, rules } from './rules/index.ts'

/**
 * The rules that a text asks for: one by its code (`AS1301`) or slug (`srp/clock-skew`), or those
 * that an error text calls for, with or without the name of its exception before it. The name of
 * an exception alone asks for those of all its texts.
 */
export function findRules(text: string): readonly Rule[] {
  const one =
    rules.get(text.trim().toUpperCase()) ?? ruleList.find(({ slug }) => slug === text.trim())
  if (one) return [one]
  const [, name, rest] = /^(?:.*\b)?(\w+Exception)\b[):]*\s*(.*)$/s.exec(text) ?? []
  const message = rest ?? text
  const codes = [...exceptions.values()].flatMap((exception) => {
    const named = exception.name === name
    if (named && message.trim() === '')
      return [...exception.texts.flatMap((text) => text.rules ?? []), ...(exception.rules ?? [])]
    if (!named && (name !== undefined || !textCaseOf(exception, message))) return []
    return rulesOfRefusal({ operation: '', error: exception.name, message })
  })
  return [...new Set(codes)].flatMap((code) => rules.get(code) ?? [])
}
