import type { AuthenticatorUse } from './authenticator-window.ts'

/** What was asked of the authenticator. */
interface PendingChallenge {
  readonly act: 'create' | 'get'
  readonly rpId: string
  readonly use: AuthenticatorUse
}

/**
 * A sentence about the browser's error. Its own says less than it could, so that pages learn
 * nothing of the person; here the person is who asks.
 */
export function sentenceAbout(
  { error, message }: { readonly error: string; readonly message: string },
  { act, rpId, use }: PendingChallenge,
): string {
  const virtual = use.kind === 'virtual' ? use : undefined
  switch (error) {
    case 'AbortError':
      return 'The security key was not asked further: it was cancelled.'
    case 'SecurityError':
      return `The browser does not take “${rpId}” as a relying party id: ${message}`
    case 'InvalidStateError':
      return 'The authenticator holds a passkey of this user already, and options exclude it.'
    case 'ConstraintError':
    case 'NotSupportedError':
      return `The authenticator cannot do what Cognito wants: ${message}`
    case 'TimeoutError':
    case 'NotAllowedError':
      if (virtual && act === 'create' && !virtual.authenticator.residentKey)
        return 'The authenticator keeps no resident keys, and Cognito wants one.'
      if (virtual && !(virtual.userVerified && virtual.authenticator.userVerification))
        return act === 'create'
          ? 'The authenticator did not verify its user, and without that the browser makes no resident key, which Cognito wants.'
          : 'The authenticator did not verify its user, so it did not sign.'
      return virtual
        ? `The authenticator refused: ${message}`
        : 'No security key answered in time, or it refused. Some keys want a PIN, which cannot be typed here.'
    default:
      return `The browser could not ask the authenticator (${error}): ${message}`
  }
}
