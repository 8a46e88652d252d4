import { createHash } from 'node:crypto'
import type { SecretBox } from './secret-box.ts'
import { packSecret, unpackSecret } from './packed-secret.ts'

/** Replaces the operating system's keyring in tests. The XOR hides, it does not protect. */
export function secretBoxInMemory(
  backend: string,
  key: string,
  { isOutdated = false } = {},
): SecretBox {
  const pad = createHash('sha256').update(key).digest()
  const mix = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => byte ^ (pad[at % 32] ?? 0)))
  return {
    backend,
    encrypt: (secret) => Promise.resolve(mix(Buffer.from(packSecret(secret))).toString('base64')),
    decrypt: (text) =>
      Promise.resolve().then(() => ({
        secret: unpackSecret(mix(Buffer.from(text, 'base64')).toString()),
        isOutdated,
      })),
  }
}
