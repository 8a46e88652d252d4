import { packSecret, unpackSecret } from './packed-secret.ts'
import { describeBackend, type SecretBox } from './secret-box.ts'

/**
 * What Electron's `safeStorage` offers. 33 has the synchronous calls alone; the asynchronous ones,
 * which do not block on the keyring, came with 42, and 46 takes the synchronous ones away.
 */
export interface SafeStorage {
  readonly isEncryptionAvailable?: () => boolean
  readonly encryptString?: (text: string) => Buffer
  readonly decryptString?: (sealed: Buffer) => string
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>
  readonly decryptStringAsync?: (
    sealed: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
  /** Linux alone. */
  readonly getSelectedStorageBackend?: () => string
  readonly setUsePlainTextEncryption?: (usePlainText: boolean) => void
}

interface Cipher {
  readonly encrypt: (text: string) => Promise<Buffer>
  readonly decrypt: (
    sealed: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
}

/**
 * `safeStorage` as a {@link SecretBox}: by its asynchronous calls where they are there and work, else
 * by the synchronous ones. Asking for the backend may unlock a keyring, which takes a while and may
 * show a dialog.
 */
export async function openSafeStorage(
  storage: SafeStorage,
  platform: NodeJS.Platform,
): Promise<SecretBox> {
  const selected = platform === 'linux' ? storage.getSelectedStorageBackend?.() : undefined
  const builtIn = selected === 'basic_text' || selected === 'unknown'
  // The built-in key needs leave that must not be given before the person agreed to it.
  const available = builtIn || (await isAvailable(storage))
  const backend = !available
    ? 'none'
    : builtIn
      ? 'basic_text'
      : (selected ?? (platform === 'darwin' ? 'keychain' : 'dpapi'))
  const cipher = await cipherOf(storage, describeBackend(backend).protected)

  function allowBuiltInKey() {
    // Without this Electron refuses to encrypt at all where there is no keyring. The vault asks for
    // an encryption only once the person has agreed to it.
    if (backend === 'basic_text') storage.setUsePlainTextEncryption?.(true)
  }

  return {
    backend,
    ...(!available && selected !== undefined && { lockedKeyring: selected }),
    encrypt: async (secret) => {
      allowBuiltInKey()
      return (await cipher.encrypt(packSecret(secret))).toString('base64')
    },
    decrypt: async (text) => {
      allowBuiltInKey()
      const { result, shouldReEncrypt } = await cipher.decrypt(Buffer.from(text, 'base64'))
      return { secret: unpackSecret(result), isOutdated: shouldReEncrypt }
    },
  }
}

/** The synchronous call stops the whole process for as long as a keyring's prompt is open. */
async function isAvailable(storage: SafeStorage): Promise<boolean> {
  if (await storage.isAsyncEncryptionAvailable?.()) return true
  return storage.isEncryptionAvailable?.() ?? false
}

async function cipherOf(storage: SafeStorage, isProtected: boolean): Promise<Cipher> {
  const { encryptStringAsync, decryptStringAsync, encryptString, decryptString } = storage
  const hasSynchronous = encryptString !== undefined && decryptString !== undefined
  const mayBeAsynchronous =
    !hasSynchronous || (isProtected && (await storage.isAsyncEncryptionAvailable?.()) === true)
  if (encryptStringAsync && decryptStringAsync && mayBeAsynchronous)
    return {
      encrypt: (text) => encryptStringAsync.call(storage, text),
      decrypt: (sealed) => decryptStringAsync.call(storage, sealed),
    }
  return {
    encrypt: (text) => Promise.resolve().then(() => call(encryptString).call(storage, text)),
    decrypt: (sealed) =>
      Promise.resolve().then(() => ({
        result: call(decryptString).call(storage, sealed),
        shouldReEncrypt: false,
      })),
  }
}

function call<Method>(method: Method | undefined): Method {
  if (method === undefined) throw new Error('This Electron provides no encryption.')
  return method
}
