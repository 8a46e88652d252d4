import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Passkey } from '../state/passkey.ts'
import type { Pool, User } from '../state/pool.ts'

/** Whether a pool lets people sign in by passkey at all. */
const allowsPasskeys = ({ settings }: Pool): boolean =>
  settings.tier !== 'LITE' && settings.allowedFirstAuthFactors.includes('WEB_AUTHN')

/**
 * The relying party ID that a pool's passkeys are for.
 * @throws Refusal WebAuthnNotEnabledException or WebAuthnConfigurationMissingException
 */
export function relyingPartyOf(pool: Pool): string {
  if (!allowsPasskeys(pool)) refuse(passkeyRefusals.notEnabled)
  const { relyingPartyId } = pool.settings.webAuthnConfiguration
  return relyingPartyId ?? refuse(passkeyRefusals.configurationMissing)
}

/** Whether a sign-in by passkey can be offered in this pool. */
export const offersPasskeys = (pool: Pool): boolean =>
  allowsPasskeys(pool) && pool.settings.webAuthnConfiguration.relyingPartyId !== undefined

/** A user's passkeys that the pool's present relying party ID goes with. */
export const usablePasskeys = ({ settings }: Pool, { passkeys }: User): readonly Passkey[] =>
  passkeys.filter(
    ({ relyingPartyId }) => relyingPartyId === settings.webAuthnConfiguration.relyingPartyId,
  )

/**
 * Whether a page of this origin may use a relying party ID: its host is the id or below it, by
 * https; by http on localhost alone. Source: Web Authentication, "relying party identifier".
 */
export function mayUse(origin: string, relyingPartyId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname, protocol, origin: canonical } = new URL(origin)
  const isBelow = hostname === relyingPartyId || hostname.endsWith(`.${relyingPartyId}`)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isLocal)
  return origin === canonical && isBelow && isSecure
}
