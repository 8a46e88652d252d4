import { randomBytes } from 'node:crypto'
import type { Ports } from '#engine/catalogue/ports.ts'

/** Time, randomness and arithmetic for the engine; loaded when it is first needed. */
export async function loadPorts(): Promise<Ports> {
  const { nativeModPow } = await import('#main/srp/native-mod-pow.ts')
  return { modPow: nativeModPow, randomBytes, now: Date.now }
}
