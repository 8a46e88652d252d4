import { exceptions } from '../catalogue/exceptions/index.ts'
import { textCaseOf } from '../catalogue/explain-refusal.ts'
import { rulesOfRefusal } from '../catalogue/rules-of-failure.ts'
import { ownText, parsedObject } from './json-object.ts'
import type { Rule } from './rule.ts'
import { ruleList, rules } from './rules/index.ts'

/**
 * The rules that a text asks for: one by its code (`AS1301`) or slug (`srp/clock-skew`), or those
 * that an error text calls for, with or without the name of its exception before it. The name of
 * an exception alone asks for those of all its texts.
 */
export function findRules(text: string): readonly Rule[] {
  const query = text.trim()
  const one =
    rules.get(query.toUpperCase()) ?? ruleList.find(({ slug }) => slug === query.toLowerCase())
  if (one) return [one]
  const { message, name } = errorIn(query)
  const codes = [...exceptions.values()].flatMap((exception) => {
    const named = exception.name === name
    if (named && message.trim() === '')
      return [...exception.texts.flatMap((text) => text.rules ?? []), ...(exception.rules ?? [])]
    if (!named && (name !== undefined || !textCaseOf(exception, message))) return []
    return rulesOfRefusal({ operation: '', error: exception.name, message })
  })
  return [...new Set(codes)].flatMap((code) => rules.get(code) ?? [])
}

/** Between an exception and its message, as the AWS CLI and boto3 write it. */
const calling = /^when calling the \w+ operation(?: \(reached max retries: \d+\))?: */

/** An error in the words of a program, or as the body of an answer. */
function errorIn(text: string): { readonly name: string | undefined; readonly message: string } {
  const body = parsedObject(text)
  const type = ownText(body, '__type')
  if (type !== undefined)
    return {
      name: /\w+$/.exec(type)?.[0],
      message: ownText(body, 'message') ?? ownText(body, 'Message') ?? '',
    }
  const [, name, rest] = /^(?:.*\b)?(\w+Exception)\b[):]*\s*(.*)$/s.exec(text) ?? []
  return { name, message: (rest ?? text).replace(calling, '') }
}
