import type { AuthenticatorUse } from './authenticator-window.ts'

/** What was requested of the authenticator. */
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
      return 'The request to the security key was cancelled.'
    case 'SecurityError':
      return `The browser does not accept “${rpId}” as a relying party ID: ${message}`
    case 'InvalidStateError':
      return 'The authenticator already has a passkey of this user, which the options exclude.'
    case 'ConstraintError':
    case 'NotSupportedError':
      return `The authenticator does not support what Cognito requires: ${message}`
    case 'TimeoutError':
    case 'NotAllowedError':
      if (virtual && act === 'create' && !virtual.authenticator.residentKey)
        return 'The authenticator does not support resident keys, which Cognito requires.'
      if (virtual && !(virtual.userVerified && virtual.authenticator.userVerification))
        return act === 'create'
          ? 'The authenticator did not verify its user, and without that the browser creates no resident key, which Cognito requires.'
          : 'The authenticator did not verify its user, so it did not sign.'
      return virtual
        ? `The authenticator refused: ${message}`
        : 'No security key answered in time, or it refused. Keys that require a PIN are not supported.'
    default:
      return `The browser could not use the authenticator (${error}): ${message}`
  }
}
