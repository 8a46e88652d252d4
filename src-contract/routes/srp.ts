import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** One pasted value of an SRP computation, held against the others. */
const valueCheck = z.object({
  name: z.string(),
  verdict: z.enum(['right', 'wrong', 'unchecked']),
  formula: z.string(),
  expected: z.string(),
  reason: z.string(),
})
export type SrpValueCheck = z.output<typeof valueCheck>

/** SRP computations: another implementation’s, and our own. */
export const srpRoutes = {
  /** Checks pasted values against each other; nothing is sent or stored. */
  'srp.check': route({
    input: z.object({ text: z.string().max(200_000) }),
    output: z.object({ checks: z.array(valueCheck), unknown: z.array(z.string()) }),
  }),
  /** Copies every value of a step’s computation as JSON, with its secrets in plain text. */
  'srp.copyTestVector': route({
    input: z.object({ runId: id, step: z.number().int() }),
    output: nothing,
  }),
} as const
