import { findRules } from '#engine/diagnosis/find-rules.ts'
import { rulePage } from '#engine/diagnosis/rule-page.ts'
import { ruleList } from '#engine/diagnosis/rules/index.ts'
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
  // An error text may come without quotation marks.
  maxPositionals: 100,
  run: (args, io) => {
    const word = args.positionals.length === 0 ? undefined : args.positionals.join(' ')
    if (word === '') throw new UsageError('explain takes a code, a slug or an error text.')
    const found = word === undefined ? ruleList : findRules(word)
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
