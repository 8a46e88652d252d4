import { sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { SigningKey } from '../state/signing-keys.ts'
import type { Claims } from './claims.ts'

const signature = promisify(sign)
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token signed by RS256 in its compact form; its header has kid and alg and nothing else. */
export async function signed(claims: Claims, { kid, privateKey }: SigningKey): Promise<string> {
  const content = `${encoded({ kid, alg: 'RS256' })}.${encoded(claims)}`
  // Off this thread, and with less around it than the Web Crypto API has.
  const bytes = await signature('sha256', Buffer.from(content), privateKey)
  return `${content}.${bytes.toString('base64url')}`
}
