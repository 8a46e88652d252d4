import { z } from 'zod'
import { route } from '../define.ts'
import { id, secretsByKey, texts } from '../values.ts'

/** What the calls with each token of a trace have shown. */
const tokenProof = z.object({
  tokens: z.array(
    z.object({
      use: z.enum(['access', 'refresh']),
      verdict: z.enum(['alive', 'dead', 'unknown']),
      reason: z.string(),
    }),
  ),
  offline: z.string(),
})
export type TokenProof = z.output<typeof tokenProof>

/** A name of the user, and whether SECRET_HASH of a refresh is right over it. */
const triedName = z.object({
  name: z.string(),
  from: z.string(),
  verdict: z.enum(['right', 'wrong', 'unknown']),
  reason: z.string(),
})
export type TriedName = z.output<typeof triedName>

/** Calls around a sign-in, as steps of a trace. */
export const callRoutes = {
  /**
   * Makes one call. With a runId it continues that trace, whose tokens and sessions need not be
   * entered; without one it begins a new trace, and returns before the call is answered.
   */
  'call.make': route({
    input: z.object({
      profileId: id,
      runId: id.optional(),
      operation: z.string(),
      /** Public and personal values by the name of the field. */
      parameters: texts,
      /** Secret ones; those left out are taken from the trace, if it contains them. */
      secrets: secretsByKey,
      clientMetadata: texts,
      /** Whether to compute the code of an authenticator app from the secret in the trace. */
      computeCode: z.boolean(),
    }),
    output: z.object({ runId: id }),
  }),
  /** Makes a call with each token of a trace, and reports which of them no longer work. */
  'call.prove': route({ input: z.object({ runId: id }), output: tokenProof }),
  /** Refreshes once for each name of the user, and says over which SECRET_HASH is right. */
  'call.tryHashNames': route({ input: z.object({ runId: id }), output: z.array(triedName) }),
  /** Signs in by USER_AUTH with the Session that ConfirmSignUp gave, as a run of its own. */
  'call.signIn': route({ input: z.object({ runId: id }), output: z.object({ runId: id }) }),
} as const
