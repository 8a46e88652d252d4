import { z } from 'zod'

/** The practice pool as people see it. */
export const practice = z.object({
  running: z.boolean(),
  endpoint: z.string(),
  pools: z.array(
    z.object({
      name: z.string(),
      userPoolId: z.string(),
      issuer: z.string(),
      clients: z.array(
        z.object({
          name: z.string(),
          clientId: z.string(),
          hasSecret: z.boolean(),
          /** Minutes. */
          authSessionValidity: z.number(),
          flows: z.array(z.string()),
          description: z.string(),
        }),
      ),
      users: z.array(
        z.object({ username: z.string(), description: z.string(), status: z.string() }),
      ),
    }),
  ),
  /** Messages that a real pool would have sent, newest first. */
  outbox: z.array(
    z.object({
      at: z.number(),
      medium: z.enum(['SMS', 'EMAIL']),
      to: z.string(),
      username: z.string(),
      text: z.string(),
      code: z.string(),
    }),
  ),
  /** Operations that were called and are not there, with how often. */
  unknownOperations: z.array(z.object({ operation: z.string(), count: z.number() })),
})
export type Practice = z.output<typeof practice>
