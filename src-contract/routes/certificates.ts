import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** Host names and addresses that it is for. */
  names: z.array(z.string()),
  /** As the certificate says it. */
  validFrom: z.string(),
  validTo: z.string(),
  /** SHA-256 over the certificate, in hexadecimal with colons. */
  fingerprint: z.string(),
  selfSigned: z.boolean(),
  expired: z.boolean(),
})

const presented = z.object({
  /** Host and port that presented them. */
  host: z.string(),
  /** Why the first of them is refused, in a sentence; absent when it is trusted now. */
  refused: z.string().optional(),
  /** Whether trusting one of them lets the connection through; a wrong name or date does not. */
  canBeTrusted: z.boolean(),
  /** The chain as the server presented it, its own certificate first. */
  chain: z.array(certificate),
})
/** The certificates that a server presented. */
export type PresentedCertificates = z.output<typeof presented>

/** Calls about the certificate that the last connection of a run was refused for. */
export const certificateRoutes = {
  /** Connects once more to that host, reads its certificates and sends nothing. */
  'certificate.read': route({ input: z.object({ runId: id }), output: presented }),
  /** Trusts one of them for the profile of the run; it must be what the server presents now. */
  'certificate.trust': route({
    input: z.object({ runId: id, fingerprint: z.string().max(128) }),
    output: nothing,
  }),
} as const
