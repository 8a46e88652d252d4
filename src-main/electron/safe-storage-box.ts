/* eslint-disable @typescript-eslint/no-deprecated -- Electron 33 has only the synchronous form. */
import { safeStorage } from 'electron'
import { packSecret, unpackSecret } from '#main/vault/packed-secret.ts'
import { describeBackend, type SecretBox } from '#main/vault/secret-box.ts'

/** What seals secrets on this system, by the name that {@link SecretBox} gives it. */
function backendOf(platform: NodeJS.Platform): string {
  if (platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend()
    if (backend === 'basic_text' || backend === 'unknown') return 'basic_text'
    return safeStorage.isEncryptionAvailable() ? backend : 'none'
  }
  if (!safeStorage.isEncryptionAvailable()) return 'none'
  return platform === 'darwin' ? 'keychain' : 'dpapi'
}

/**
 * Electron's safeStorage as a {@link SecretBox}. Only after Electron is ready. Asking for the
 * backend may unlock a keyring, which takes a while and may show a dialog.
 */
export async function safeStorageBox(): Promise<SecretBox> {
  const backend = backendOf(process.platform)
  // Later Electrons have an asynchronous form that does not block on the keyring; 33 has not.
  const asynchronous =
    describeBackend(backend).protected &&
    'isAsyncEncryptionAvailable' in safeStorage &&
    (await safeStorage.isAsyncEncryptionAvailable())

  function allowBuiltInKey() {
    // Without this Electron refuses to encrypt at all where there is no keyring. The vault asks for
    // an encryption only once the person has agreed to it.
    if (backend === 'basic_text') safeStorage.setUsePlainTextEncryption(true)
  }

  return {
    backend,
    encrypt: async (secret) => {
      allowBuiltInKey()
      const bytes = asynchronous
        ? await safeStorage.encryptStringAsync(packSecret(secret))
        : safeStorage.encryptString(packSecret(secret))
      return bytes.toString('base64')
    },
    decrypt: async (text) => {
      allowBuiltInKey()
      const bytes = Buffer.from(text, 'base64')
      return unpackSecret(
        asynchronous
          ? (await safeStorage.decryptStringAsync(bytes)).result
          : safeStorage.decryptString(bytes),
      )
    },
  }
}
