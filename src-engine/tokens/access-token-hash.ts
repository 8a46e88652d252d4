import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'
import { finding, type Finding } from './finding.ts'

/**
 * Whether at_hash of an ID token is that of an access token: the first half of its SHA-256, by
 * OpenID Connect Core 3.1.3.6.
 * @param accessToken its compact text
 */
export function accessTokenHashFinding(atHash: unknown, accessToken: string): Finding | undefined {
  if (typeof atHash !== 'string') return undefined
  const expected = base64urlnopad.encode(sha256(utf8ToBytes(accessToken)).subarray(0, 16))
  return atHash === expected
    ? finding('good', 'at-hash-matches', 'at_hash is that of the access token beside it.')
    : finding(
        'bad',
        'at-hash-mismatch',
        `at_hash is ${atHash}; that of the access token beside it is ${expected}. They are not of one sign-in.`,
      )
}
