import { claimSignature } from '#engine/srp/password-claim.ts'
import type { SrpIdentity } from '#engine/srp/password-hash.ts'
import { srpServerKey } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import type { Parameters } from '../requests/parameters.ts'
import type { Ports } from '../state/ports.ts'
import type { SrpExchange } from '../state/srp-exchanges.ts'
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
  const key = srpServerKey(A, { b, B }, verifier, modPow)
  const expected = claimSignature(key, identity, secretBlock, timestamp)
  return isSameText(signature, expected) && isTimestamp(timestamp, now())
}

/** Whether a TIMESTAMP is written to the letter: weekday right, day without zero, UTC, English. */
function isTimestamp(text: string, now: number): boolean {
  const time = Date.parse(text)
  return (
    Number.isFinite(time) && srpTimestamp(time) === text && Math.abs(time - now) <= clockTolerance
  )
}
