import type { Contract } from '#contract/contract.ts'
import type { Reply } from '#contract/define.ts'
import type { Passkey } from '#contract/routes/passkeys.ts'
import { matchLocalAndRemote, type LocalAndRemote } from '#renderer/bridge/local-and-remote.ts'

/** A passkey as Cognito lists it. */
export type CredentialAtCognito = Reply<Contract['passkey.listAtCognito']>['credentials'][number]

/** One passkey, as it is here, at Cognito, or at both. */
export interface PasskeyRow extends LocalAndRemote<Passkey, CredentialAtCognito> {
  readonly credentialId: string
  readonly name: string
  readonly rpId: string
}

/**
 * Stored passkeys, together with those that Cognito has of the signed-in user.
 * @param credentials undefined while Cognito was not asked
 */
export const passkeyRows = (
  passkeys: readonly Passkey[],
  credentials: readonly CredentialAtCognito[] | undefined,
  username: string,
): readonly PasskeyRow[] =>
  matchLocalAndRemote(
    passkeys,
    credentials,
    ({ credentialId }) => credentialId,
    (local) => local.username === username,
  ).map((row) => {
    const { credentialId = '', name, rpId = '' } = row.local ?? row.remote ?? {}
    return { ...row, credentialId, name: name || 'Passkey', rpId }
  })
