import { z } from 'zod'
import { route } from '../define.ts'
import { id, secret } from '../values.ts'
import { copiedAs } from './secrets.ts'

const finding = z.object({
  /** Stable, as in `signature-invalid`. */
  code: z.string(),
  level: z.enum(['good', 'note', 'bad']),
  text: z.string(),
})

/** What is known of one token once it was read and checked. */
const tokenReport = z.object({
  use: z.enum(['id', 'access', 'refresh', 'unknown']),
  /** A sentence: "An ID token of …", "A refresh token: encrypted for Cognito itself …". */
  summary: z.string(),
  header: z.record(z.string(), z.unknown()).optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
  findings: z.array(finding),
})
export type TokenReport = z.output<typeof tokenReport>

/** How one verifier, in its usual configuration, judges a token. */
const verifier = z.object({
  verifier: z.string(),
  setUp: z.string(),
  refusals: z.array(
    z.object({ error: z.string(), claim: z.string(), actual: z.string(), expected: z.string() }),
  ),
})

/** A token that was checked, and how verifiers judge it. */
const checkedToken = z.object({ report: tokenReport, verifiers: z.array(verifier) })
export type CheckedToken = z.output<typeof checkedToken>

/** What the token lab knows of one token of a text. */
const labToken = checkedToken.extend({
  /** The name before it in the text; empty for none. */
  from: z.string(),
  /** The profile that it was checked against; empty for none. */
  profileName: z.string(),
  /** Why that one. */
  chosenBy: z.enum(['issuer and client', 'issuer', 'selection', 'none']),
})
export type LabToken = z.output<typeof labToken>

/** A claim that differs between two tokens of one use. */
const claimDifference = z.object({
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.string(),
  after: z.string(),
  expected: z.boolean(),
})

/** Two tokens of one use, claim by claim. */
const comparison = z.object({
  before: z.number(),
  after: z.number(),
  differences: z.array(claimDifference),
})

/** All results about the tokens of a text. */
const tokenLab = z.object({
  tokens: z.array(labToken),
  /** The first two tokens of one use; absent where there are none. */
  comparison: comparison.optional(),
})
export type TokenLab = z.output<typeof tokenLab>

/** The tokens of a run, and what a refresh changed in them. */
const runTokens = z.object({
  tokens: z.array(checkedToken),
  /** Empty where the run refreshed nothing, or nothing is stored of the tokens before. */
  refreshed: z.array(
    z.object({
      use: z.enum(['id', 'access']),
      /** When the token before was issued. */
      before: z.number(),
      differences: z.array(claimDifference),
    }),
  ),
})
export type RunTokens = z.output<typeof runTokens>

/** Calls about tokens. */
export const tokenRoutes = {
  /** Reads and checks the tokens of a run, its signatures against the pool's keys. */
  'token.check': route({ input: z.object({ runId: id }), output: runTokens }),
  /**
   * Reads and checks every token of a text that was pasted. Each is checked against the profile
   * whose pool and client it names, or else against the one that is selected.
   * `profileId` is empty to check against no profile. Without a text, that of the clipboard is read.
   */
  'token.read': route({
    input: z.object({ text: secret('text').optional(), profileId: z.string() }),
    output: tokenLab,
  }),
  /** Copies a token of a text that was pasted, by its place among them, as secrets are copied. */
  'token.copy': route({
    input: z.object({ text: secret('text'), index: z.number(), as: copiedAs }),
    output: z.object({ clearedAfter: z.number() }),
  }),
} as const
