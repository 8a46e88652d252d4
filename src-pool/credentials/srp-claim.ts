import { claimSignature } from '#engine/srp/password-claim.ts'
import type { SrpIdentity } from '#engine/srp/password-hash.ts'
import { srpServerKey } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Parameters } from '../requests/parameters.ts'
import type { Ports } from '../state/ports.ts'
import type { SrpExchange } from '../state/srp-exchanges.ts'
import { nativeHashes } from './native-hashes.ts'
import { isSameText } from './same-text.ts'

/** How far the clocks may differ. Cognito's own limit is not published. */
const clockTolerance = 5 * 60_000

/** Whether a claim of a password, or of a device's secret, is signed with the right key, and now. */
export function isRightClaim(
  { now, modPow }: Ports,
  { A, b, B, verifier }: SrpExchange,
  identity: SrpIdentity,
  responses: Parameters,
): boolean {
  const {
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '',
    PASSWORD_CLAIM_SIGNATURE: signature = '',
    TIMESTAMP: timestamp = '',
  } = responses
  // Names in another language or a numeric zone; a zero too many is only a wrong signature.
  if (
    !/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} [A-Z]{1,5} \d{4}$/.test(timestamp) ||
    !Number.isFinite(Date.parse(timestamp))
  )
    refuse(refusals.timestampUnreadable)
  const key = srpServerKey(A, { b, B }, verifier, modPow, nativeHashes)
  const expected = claimSignature(key, identity, secretBlock, timestamp, nativeHashes)
  return isSameText(signature, expected) && isTimestamp(timestamp, now())
}

/** Whether a TIMESTAMP is written to the letter: weekday right, day without zero, UTC, English. */
function isTimestamp(text: string, now: number): boolean {
  const time = Date.parse(text)
  return (
    Number.isFinite(time) && srpTimestamp(time) === text && Math.abs(time - now) <= clockTolerance
  )
}
