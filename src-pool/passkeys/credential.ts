import { z } from 'zod/mini'

const base64url = z.string().check(z.regex(/^[\w-]+$/))

const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  // Browsers write null for what they do not know.
  authenticatorAttachment: z.nullish(z.enum(['platform', 'cross-platform'])),
  clientExtensionResults: z._default(z.looseObject({}), {}),
}

/** RegistrationResponseJSON of the Web Authentication specification, as far as it is looked at. */
export const registrationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.nullish(z.array(z.string())),
  }),
})

/** AuthenticationResponseJSON of the same. */
export const assertionSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.nullish(base64url),
  }),
})

export type Registration = z.output<typeof registrationSchema>
export type Assertion = z.output<typeof assertionSchema>

const clientDataSchema = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
})

/** What the browser says that it did; undefined when that cannot be read. */
export function clientDataOf(
  clientDataJSON: string,
): z.output<typeof clientDataSchema> | undefined {
  return clientDataSchema.safeParse(parsedJson(Buffer.from(clientDataJSON, 'base64url').toString()))
    .data
}

/** A JSON text's value; undefined when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
