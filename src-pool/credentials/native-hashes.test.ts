import { expect, it } from 'vitest'
import { portableHashes } from '#engine/srp/hashes.ts'
import { nativeHashes } from './native-hashes.ts'

const ofLength = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 256)

it.each([0, 1, 55, 64, 65, 384, 1500])(
  'hashes %i bytes as the portable ones do, as a message and as a key',
  (length) => {
    const [bytes, other] = [ofLength(length), ofLength(20)]
    for (const [key, message] of [
      [bytes, other],
      [other, bytes],
    ] as const)
      expect([...nativeHashes.hmac(key, message)]).toEqual([...portableHashes.hmac(key, message)])
    expect([...nativeHashes.sha256(bytes)]).toEqual([...portableHashes.sha256(bytes)])
  },
)
