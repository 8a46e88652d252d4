import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { portableHashes, type Hashes } from './hashes.ts'
import { integerFromBytes, pad } from './pad.ts'
import type { SrpIdentity } from './password-hash.ts'

/** `u = SHA256(pad(A) || pad(B))`, which binds both public values. */
export const scrambler = (A: bigint, B: bigint, { sha256 }: Hashes = portableHashes): bigint =>
  integerFromBytes(sha256(concatBytes(pad(A), pad(B))))

/** What HKDF is told of its purpose, and the number of the first block, which is long enough. */
const keyPurpose = concatBytes(utf8ToBytes('Caldera Derived Key'), Uint8Array.of(1))

/** The 16 bytes under which the claim is signed: HKDF-SHA256 of S with u as salt. */
export const claimKey = (S: bigint, u: bigint, { hmac }: Hashes = portableHashes): Uint8Array =>
  hmac(hmac(pad(u), pad(S)), keyPurpose).subarray(0, 16)

/** Whether a SECRET_BLOCK has the form that Cognito gives it; those of some emulators do not. */
export const isSecretBlock = (text: string): boolean => decoded(text) !== undefined

function decoded(base64Text: string): Uint8Array | undefined {
  try {
    return base64.decode(base64Text)
  } catch {
    return undefined
  }
}

/**
 * PASSWORD_CLAIM_SIGNATURE: base64 of HMAC-SHA256 over group, name, the decoded secret block and
 * the timestamp, without separators.
 * @param secretBlock SECRET_BLOCK as received: standard base64, or else a text that is signed as it is
 */
export function claimSignature(
  key: Uint8Array,
  { group, name }: SrpIdentity,
  secretBlock: string,
  timestamp: string,
  { hmac }: Hashes = portableHashes,
): string {
  const message = concatBytes(
    utf8ToBytes(group),
    utf8ToBytes(name),
    decoded(secretBlock) ?? utf8ToBytes(secretBlock),
    utf8ToBytes(timestamp),
  )
  return base64.encode(hmac(key, message))
}
