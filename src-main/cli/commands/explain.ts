import { rulesOfRefusal } from '#engine/catalogue/rules-of-failure.ts'
import { exceptions } from '#engine/catalogue/exceptions/index.ts'
import { textCaseOf } from '#engine/catalogue/explain-refusal.ts'
import { rulePage } from '#engine/diagnosis/rule-page.ts'
import { ruleList, rules } from '#engine/diagnosis/rules/index.ts'
import type { Rule } from '#engine/diagnosis/rule.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'Explains a rule of the diagnosis, or an error text; works offline.',
  usage: ['CODE|SLUG|"ERROR TEXT" [--json]'],
  options: { json: { help: 'One JSON object with the matching rules.' } },
  notes: [
    'CODE is as in AS1301, SLUG as in srp/clock-skew. An error text may begin with its exception,',
    'as in "NotAuthorizedException: Incorrect username or password.". Without arguments, all rules.',
    '',
    'Exit status: 0 explained, 1 unknown.',
  ],
  maxPositionals: 1,
  run: (args, io) => {
    const [word] = args.positionals
    if (word === '') throw new UsageError('explain takes a code, a slug or an error text.')
    const found = word === undefined ? ruleList : rulesFor(word)
    if (args.has('json'))
      io.write(`${JSON.stringify({ rules: found.map(({ look: _, ...page }) => page) })}\n`)
    else if (word === undefined)
      io.write(
        found.map(({ code, slug, title }) => `${code}  ${slug.padEnd(34)} ${title}\n`).join(''),
      )
    else if (found.length === 0) io.error(`No rule is known for “${word}”.\n`)
    else io.write(found.map(rulePage).join('\n'))
    return Promise.resolve(found.length > 0 ? exitStatus.done : exitStatus.failed)
  },
}

function rulesFor(word: string): readonly Rule[] {
  const one =
    rules.get(word.trim().toUpperCase()) ?? ruleList.find(({ slug }) => slug === word.trim())
  if (one) return [one]
  const [, name, rest] = /^(?:.*\b)?(\w+Exception)\b[):]*\s*(.*)$/s.exec(word) ?? []
  const message = rest ?? word
  const codes = [...exceptions.values()].flatMap((exception) => {
    const named = exception.name === name
    if (!named && (name !== undefined || !textCaseOf(exception, message))) return []
    return rulesOfRefusal({ operation: '', error: exception.name, message })
  })
  return [...new Set(codes)].flatMap((code) => rules.get(code) ?? [])
}
