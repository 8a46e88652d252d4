/** PublicKeyCredentialRequestOptionsJSON, as far as it decides which passkey can answer. */
export interface RequestOptions {
  /** The relying party that the signature is for. */
  readonly rpId: string
  /** Base64url. */
  readonly challenge: string
  /** Ids of the passkeys that may sign, base64url; any of the relying party's when empty. */
  readonly allowed: readonly string[]
  /** `required`, `preferred` or `discouraged`. */
  readonly userVerification: string
}

/**
 * Reads CREDENTIAL_REQUEST_OPTIONS of WEB_AUTHN.
 * @returns undefined when the text is no JSON, or names no relying party or no challenge
 */
export function readRequestOptions(text: string): RequestOptions | undefined {
  const options = objectIn(text)
  const { allowCredentials, challenge, rpId, userVerification } = options ?? {}
  if (typeof rpId !== 'string' || typeof challenge !== 'string') return undefined
  const allowed = Array.isArray(allowCredentials) ? (allowCredentials as readonly unknown[]) : []
  return {
    rpId,
    challenge,
    allowed: allowed.flatMap((one) => {
      const { id } = (one ?? {}) as { readonly id?: unknown }
      return typeof id === 'string' ? [id] : []
    }),
    userVerification: typeof userVerification === 'string' ? userVerification : 'preferred',
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
