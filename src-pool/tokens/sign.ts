import { sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { SigningKey } from '../state/signing-keys.ts'
import type { Claims } from './claims.ts'

const signature = promisify(sign)
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signatures that the threads beside this one have not finished. */
let pending = 0
/** So many keep another core busy; while they do, this thread had better sign than wait. */
const maxPending = 8

/** A token signed by RS256 in its compact form; its header has kid and alg and nothing else. */
export async function signed(claims: Claims, { kid, privateKey }: SigningKey): Promise<string> {
  const content = `${encoded({ kid, alg: 'RS256' })}.${encoded(claims)}`
  const bytes = await signatureOf(Buffer.from(content), privateKey)
  return `${content}.${bytes.toString('base64url')}`
}

/** A signature is most of what a sign-in costs, so that each core makes its share of them. */
async function signatureOf(content: Buffer, key: KeyObject): Promise<Buffer> {
  if (pending >= maxPending) return sign('sha256', content, key)
  pending += 1
  try {
    // Off this thread, and with less around it than the Web Crypto API has.
    return await signature('sha256', content, key)
  } finally {
    pending -= 1
  }
}
