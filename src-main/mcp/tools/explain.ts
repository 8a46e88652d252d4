import { z } from 'zod'
import { findRules } from '#engine/diagnosis/find-rules.ts'
import { rulePage } from '#engine/diagnosis/rule-page.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'

export const explain = defineTool({
  name: 'explain',
  title: 'Explain a code or an error',
  description:
    'The page of a diagnosis rule by its code (AS1301) or slug (srp/clock-skew), or the rules that match an error text of Cognito: what it means, how it is recognised and fixed, what excludes it. Works offline.',
  input: z.strictObject({ about: z.string().min(1).max(2_000) }),
  effect: 'read',
  run: ({ about }) => {
    const found = findRules(about)
    if (found.length === 0)
      throw new AgentError(
        'No rule is known for this. Give a code, a slug, or the error with its exception before it, as in “NotAuthorizedException: Incorrect username or password.”.',
      )
    const count = found.length === 1 ? '1 rule.' : `${String(found.length)} rules.`
    return { text: count, data: found.map(rulePage).join('\n') }
  },
})
