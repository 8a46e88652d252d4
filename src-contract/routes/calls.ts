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
   * Makes one call. With a runId it goes on in that trace, whose tokens and sessions need not be
   * given; without one it begins a trace of its own, and is answered before the call is.
   */
  'call.make': route({
    input: z.object({
      profileId: id,
      runId: id.optional(),
      operation: z.string(),
      /** Public and personal values by the name of the field. */
      parameters: texts,
      /** Secret ones; what is left out comes from the trace, where it contains it. */
      secrets: secretsByKey,
      clientMetadata: texts,
      /** Has the code of an authenticator app computed from the secret in the trace. */
      computeCode: z.boolean(),
    }),
    output: z.object({ runId: id }),
  }),
  /** Calls with each token of a trace, and says which of them are dead. */
  'call.prove': route({ input: z.object({ runId: id }), output: tokenProof }),
  /** Refreshes once for each name of the user, and says over which SECRET_HASH is right. */
  'call.tryHashNames': route({ input: z.object({ runId: id }), output: z.array(triedName) }),
  /** Signs in by USER_AUTH with the Session that ConfirmSignUp gave, as a run of its own. */
  'call.signIn': route({ input: z.object({ runId: id }), output: z.object({ runId: id }) }),
} as const
