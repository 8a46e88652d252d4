import type { Passkey, PasskeyChoice } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import { readRequestOptions, type RequestOptions } from '#engine/passkeys/request-options.ts'
import type { Asserted, Authenticator } from '#engine/catalogue/authenticator.ts'
import type { NotComputable } from '#engine/catalogue/computed.ts'
import type { AuthenticatorWindow } from './authenticator-window.ts'
import type { Passkeys } from './passkeys.ts'

/** What a sign-in's authenticator is made of. */
export interface SignInAuthenticatorDependencies {
  readonly passkeys: Pick<Passkeys, 'change' | 'list' | 'open'>
  /** Absent where there is no browser. */
  readonly window: AuthenticatorWindow | undefined
  /** The profile whose passkeys may sign; any when absent. */
  readonly profileId?: string
  readonly choice: () => PasskeyChoice
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told when a passkey has counted on. */
  readonly used: (passkey: Passkey) => void
}

/** Signs for one sign-in, with the stored passkey that fits, or with a real security key. */
export function signInAuthenticator(parts: SignInAuthenticatorDependencies): Authenticator {
  return {
    assert: async (text, username) => {
      const wanted = readRequestOptions(text)
      if (!wanted) return { missing: 'Cognito’s options name no relying party.' }
      const options = JSON.parse(text) as Readonly<Record<string, unknown>>
      try {
        return await assert(parts, options, wanted, username)
      } catch (error) {
        // What the authenticator refuses is for the person to see; the challenge waits meanwhile.
        if (error instanceof BridgeError) return { missing: error.message }
        throw error
      }
    },
  }
}

async function assert(
  { choice, now, passkeys, profileId, used, window }: SignInAuthenticatorDependencies,
  options: Readonly<Record<string, unknown>>,
  wanted: RequestOptions,
  username: string,
): Promise<Asserted | NotComputable> {
  if (!window) return { missing: 'Passkeys need the application: no browser is available here.' }
  const { oldCounter, use, verification } = choice()
  if (use === 'security key') {
    const { credential } = await window.assert(options, wanted.rpId, { kind: 'security key' })
    return { credential, by: 'a security key' }
  }
  const found = fitting(await passkeys.list(profileId), wanted, username, use)
  if ('missing' in found) return found
  const passkey = await passkeys.open(found.id)
  const { name, residentKey, signCount, transport } = passkey
  const answer = await window.assert(options, wanted.rpId, {
    kind: 'virtual',
    authenticator: {
      transport,
      residentKey,
      userVerification: passkey.userVerification && verification !== 'not supported',
    },
    // The authenticator counts one on: so it sends what it last sent, or less.
    holds: [{ ...passkey, signCount: oldCounter ? Math.max(0, signCount - 1) : signCount }],
    userVerified: verification === 'given',
  })
  const counted = answer.holds.find(({ credentialId }) => credentialId === passkey.credentialId)
  if (counted && !oldCounter)
    used(await passkeys.change(passkey.id, { signCount: counted.signCount, lastUsedAt: now() }))
  return { credential: answer.credential, by: `“${name}”${oldCounter ? ', an old counter' : ''}` }
}

/** The newest passkey that these options let sign; or why there is none. */
export function fitting(
  all: readonly Passkey[],
  { allowed, rpId }: RequestOptions,
  username: string,
  use = '',
): Passkey | NotComputable {
  if (use !== '') {
    const chosen = all.find(({ id }) => id === use)
    if (!chosen) return { missing: 'The chosen passkey no longer exists.' }
    if (chosen.rpId !== rpId)
      return {
        missing: `“${chosen.name}” is for ${chosen.rpId}, and Cognito asks for a passkey for ${rpId}.`,
      }
    if (allowed.length > 0 && !allowed.includes(chosen.credentialId))
      return { missing: `“${chosen.name}” is not among the passkeys that Cognito allows.` }
    return chosen
  }
  if (all.length === 0)
    return { missing: 'No passkey is stored here. Register one in “Devices and passkeys”.' }
  const ofParty = all.filter((one) => one.rpId === rpId)
  if (ofParty.length === 0)
    return { missing: `No stored passkey is for ${rpId}, which Cognito asks for.` }
  // An empty list leaves it to the authenticator, which then goes by whom it was made for.
  const fits = ofParty.filter(({ credentialId, username: owner }) =>
    allowed.length > 0 ? allowed.includes(credentialId) : owner === username,
  )
  return (
    fits.findLast(({ kept }) => kept !== 'locked') ??
    fits.at(-1) ?? {
      missing:
        allowed.length > 0
          ? `Cognito allows ${allowed.length === 1 ? 'one passkey' : `${String(allowed.length)} passkeys`} of this user, and none of them is stored here.`
          : `No stored passkey for ${rpId} belongs to ${username}.`,
    }
  )
}
