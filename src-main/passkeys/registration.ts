import { z } from 'zod'
import type { Passkey } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import { validateRelyingPartyId, validatePublicSuffix } from '#engine/passkeys/relying-party-id.ts'
import { shownCredential } from '#engine/passkeys/shown-credential.ts'
import type { WireValue } from '#engine/wire/request.ts'
import { roundedMs } from '#engine/units/milliseconds.ts'
import { accessTokenOf, callAtCognito } from '#main/runs/call-at-cognito.ts'
import type { AuthenticatorWindow, VirtualAuthenticator } from './authenticator-window.ts'
import type { RunsForPasskeys } from './at-cognito.ts'
import type { Passkeys } from './passkeys.ts'

/** What a registration is made with. */
export interface Registration {
  readonly runId: string
  readonly name: string
  /** A real security key when absent. */
  readonly authenticator?: VirtualAuthenticator | undefined
  readonly userVerified: boolean
}

/** What a registration works on. */
export interface RegistrationDependencies {
  readonly runs: RunsForPasskeys
  readonly passkeys: Pick<Passkeys, 'add'>
  readonly window: AuthenticatorWindow
  readonly now: () => number
}

/** PublicKeyCredentialCreationOptionsJSON, as far as it is looked at here. */
const creationOptions = z.looseObject({ rp: z.looseObject({ id: z.string() }) })

/**
 * Registers a passkey in two steps of the sign-in's trace, with what the authenticator made between
 * them. The relying party ID is looked at before the authenticator is asked.
 * @throws BridgeError `passkey-relying-party`, `passkey-options`, `passkey-not-created`
 */
export async function registerPasskey(
  { now, passkeys, runs, window }: RegistrationDependencies,
  { authenticator, name, runId, userVerified }: Registration,
): Promise<{ readonly passkey?: Passkey; readonly refused?: string }> {
  const { profileId, username } = (await runs.open(runId)).run
  const AccessToken = await accessTokenOf(runs, runId)
  const started = await callAtCognito(runs, runId, {
    operation: 'StartWebAuthnRegistration',
    input: { AccessToken },
  })
  if ('refused' in started) return started
  const { data: options } = creationOptions.safeParse(started.members['CredentialCreationOptions'])
  if (!options) throw new BridgeError('passkey-options', 'Cognito’s options name no relying party.')
  const rpId = options.rp.id
  const validationError =
    validateRelyingPartyId(rpId) ??
    (rpId !== 'localhost' && (await window.isPublicSuffix(rpId))
      ? validatePublicSuffix(rpId)
      : undefined)
  if (validationError !== undefined)
    throw new BridgeError(
      'passkey-relying-party',
      `The pool’s relying party ID is not valid. ${validationError}`,
      { rpId },
    )
  const begin = performance.now()
  const { credential, holds } = await window.create(
    options,
    rpId,
    authenticator
      ? { kind: 'virtual', authenticator, holds: [], userVerified }
      : { kind: 'security key' },
  )
  const completed = await callAtCognito(
    runs,
    runId,
    {
      operation: 'CompleteWebAuthnRegistration',
      // JSON that the browser made is sent as it is.
      input: { AccessToken, Credential: credential as { readonly [member: string]: WireValue } },
    },
    {
      what: 'Credential',
      durationMs: roundedMs(performance.now() - begin),
      shown: shownCredential(credential),
    },
  )
  if ('refused' in completed) return completed
  const [created] = holds
  if (!authenticator || !created) return {}
  const passkey = await passkeys.add({
    profileId,
    username,
    name,
    rpId,
    ...authenticator,
    credentialId: created.credentialId,
    userHandle: created.userHandle,
    signCount: created.signCount,
    createdAt: now(),
    privateKey: created.privateKey,
  })
  return { passkey }
}
