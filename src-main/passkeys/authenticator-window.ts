import type { Secret } from '#engine/secret/secret.ts'

/** What a virtual authenticator can do, in the words of the DevTools’ WebAuthn pane. */
export interface VirtualAuthenticator {
  readonly transport: 'usb' | 'nfc' | 'ble' | 'internal'
  /** Keeps the passkey itself, which Cognito wants. */
  readonly residentKey: boolean
  /** Can verify its user, by a finger or a PIN. */
  readonly userVerification: boolean
}

/** A passkey as stored in a virtual authenticator. */
export interface StoredPasskey {
  /** Base64url. */
  readonly credentialId: string
  readonly rpId: string
  /** Base64url; empty where the authenticator did not keep it. */
  readonly userHandle: string
  readonly signCount: number
  /** PKCS #8, base64. */
  readonly privateKey: Secret
}

/** The authenticator that a call goes to: a virtual one, or whatever security key is plugged in. */
export type AuthenticatorUse =
  | {
      readonly kind: 'virtual'
      readonly authenticator: VirtualAuthenticator
      /** What it contains before the call; nothing before a registration. */
      readonly holds: readonly StoredPasskey[]
      /** False makes it refuse to verify its user. */
      readonly userVerified: boolean
    }
  | { readonly kind: 'security key' }

/** What navigator.credentials gave. */
export interface AuthenticatorAnswer {
  /** RegistrationResponseJSON or AuthenticationResponseJSON. */
  readonly credential: Readonly<Record<string, unknown>>
  /** What the virtual authenticator contains now; nothing of a security key. */
  readonly holds: readonly StoredPasskey[]
}

/**
 * A browser on a page of the relying party, which talks to an authenticator. It loads that one page,
 * which comes from this process, and reaches nothing else.
 */
export interface AuthenticatorWindow {
  /** Whether anybody can have a name under this domain, as under co.uk. */
  readonly isPublicSuffix: (domain: string) => Promise<boolean>
  /**
   * @param options PublicKeyCredentialCreationOptionsJSON
   * @throws BridgeError `passkey-not-created` with the browser's own error as evidence
   */
  readonly create: (
    options: Readonly<Record<string, unknown>>,
    rpId: string,
    use: AuthenticatorUse,
  ) => Promise<AuthenticatorAnswer>
  /**
   * @param options PublicKeyCredentialRequestOptionsJSON
   * @throws BridgeError `passkey-not-used` with the browser's own error as evidence
   */
  readonly assert: (
    options: Readonly<Record<string, unknown>>,
    rpId: string,
    use: AuthenticatorUse,
  ) => Promise<AuthenticatorAnswer>
}
