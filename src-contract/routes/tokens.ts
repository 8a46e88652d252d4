import { z } from 'zod'
import { route } from '../define.ts'
import { id, secret } from '../values.ts'

const finding = z.object({
  /** Stable, as in `signature-invalid`. */
  code: z.string(),
  level: z.enum(['good', 'note', 'bad']),
  text: z.string(),
})

/** What is known of one token once it was read and checked. */
const tokenReport = z.object({
  use: z.enum(['id', 'access', 'refresh', 'unknown']),
  /** A sentence: "An id token of …", "A refresh token: encrypted for Cognito itself …". */
  summary: z.string(),
  header: z.record(z.string(), z.unknown()).optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
  findings: z.array(finding),
})
export type TokenReport = z.output<typeof tokenReport>

/** Calls about tokens. */
export const tokenRoutes = {
  /** Reads and checks the tokens of a run, its signatures against the pool's keys. */
  'token.check': route({ input: z.object({ runId: id }), output: z.array(tokenReport) }),
  /** Reads and checks a token against the pool of a profile; without one, that of the clipboard. */
  'token.read': route({
    input: z.object({ token: secret('text').optional(), profileId: z.string() }),
    output: tokenReport,
  }),
} as const
