import type { Secret } from '#engine/secret/secret.ts'
import { capitalized } from '#engine/units/capitalized.ts'

/** What the operating system offers to seal secrets with. */
export interface SecretBox {
  /** As Electron names it: gnome_libsecret, kwallet5, keychain, dpapi, basic_text, none. */
  readonly backend: string
  /** The keyring that is there and does not open; then {@link backend} is `none`. */
  readonly lockedKeyring?: string
  /** Seals a secret, kind and all, into base64 text. */
  readonly encrypt: (secret: Secret) => Promise<string>
  /** @throws whatever it is, when the text was sealed with another key or is damaged */
  readonly decrypt: (text: string) => Promise<Opened>
}

/** What came out of a {@link SecretBox}. */
export interface Opened {
  readonly secret: Secret
  /** The key has changed since: to be encrypted again. */
  readonly isOutdated: boolean
}

/** What a backend is to a person, and whether it keeps other programs out. */
export interface BackendDescription {
  readonly description: string
  readonly protected: boolean
}

const keyrings: Readonly<Record<string, string>> = {
  gnome_libsecret: 'the GNOME keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  keychain: 'the macOS Keychain',
  dpapi: 'Windows data protection',
}

/**
 * What is said of the place where secrets would be kept.
 * @param lockedKeyring a keyring that does not open, whose description is what to do about it
 */
export function describeBackend(backend: string, lockedKeyring?: string): BackendDescription {
  const keyring = keyrings[backend]
  if (keyring !== undefined)
    return { description: `Secrets are encrypted with a key in ${keyring}.`, protected: true }
  if (backend === 'basic_text')
    return {
      description:
        'No keyring was found. Secrets would be encrypted with a well-known key: any program that can read your files could decrypt them.',
      protected: false,
    }
  if (lockedKeyring !== undefined)
    return {
      description: `${capitalized(nameOfBackend(lockedKeyring))} is locked, or its prompt was dismissed, so secrets are kept in memory only. Unlock it, then start Authscope again: what was stored is kept, and opens then.`,
      protected: false,
    }
  return {
    description: 'The system provides no encryption, so secrets can be kept in memory only.',
    protected: false,
  }
}

/** The name of a backend in the middle of a sentence. */
export const nameOfBackend = (backend: string): string =>
  keyrings[backend] ?? (backend === 'basic_text' ? 'the built-in key' : 'no encryption')
