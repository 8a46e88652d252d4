import { sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { SigningKey } from '../state/signing-keys.ts'
import type { Claims } from './claims.ts'

// A signature is most of what a sign-in costs: the threads beside this one make them, on every core.
const signature = promisify(sign)
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token signed by RS256 in its compact form; its header has kid and alg and nothing else. */
export async function signed(claims: Claims, { kid, privateKey }: SigningKey): Promise<string> {
  const content = `${encoded({ kid, alg: 'RS256' })}.${encoded(claims)}`
  const bytes = await signature('sha256', Buffer.from(content), privateKey)
  return `${content}.${bytes.toString('base64url')}`
}
