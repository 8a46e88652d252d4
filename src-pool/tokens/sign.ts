import { SignJWT } from 'jose'
import type { SigningKey } from '../state/signing-keys.ts'
import type { Claims } from './claims.ts'

/** A signed token in its compact form; its header has kid and alg and nothing else. */
export const signed = (claims: Claims, { kid, privateKey }: SigningKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey)
