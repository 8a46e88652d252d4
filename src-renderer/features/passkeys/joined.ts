import type { Contract } from '#contract/contract.ts'
import type { Reply } from '#contract/define.ts'
import type { Passkey } from '#contract/routes/passkeys.ts'

/** A passkey as Cognito lists it. */
export type CredentialAtCognito = Reply<Contract['passkey.listAtCognito']>['credentials'][number]

/** One passkey, as it is here, at Cognito, or at both. */
export interface PasskeyRow {
  readonly credentialId: string
  readonly name: string
  readonly rpId: string
  readonly here?: Passkey
  readonly there?: CredentialAtCognito
  /** `unknown` while Cognito was not asked about this user. */
  readonly place: 'both' | 'only here' | 'only at Cognito' | 'unknown'
}

/**
 * Stored passkeys beside those that Cognito has of the user who signed in.
 * @param credentials undefined while Cognito was not asked
 */
export function joined(
  passkeys: readonly Passkey[],
  credentials: readonly CredentialAtCognito[] | undefined,
  username: string,
): readonly PasskeyRow[] {
  const known = new Set(passkeys.map(({ credentialId }) => credentialId))
  return [
    ...passkeys.map((here): PasskeyRow => {
      const { credentialId, name, rpId } = here
      const there = credentials?.find((one) => one.credentialId === credentialId)
      return {
        ...{ credentialId, name, rpId, here },
        ...(there && { there }),
        place: there ? 'both' : credentials && here.username === username ? 'only here' : 'unknown',
      }
    }),
    ...(credentials ?? [])
      .filter(({ credentialId }) => !known.has(credentialId))
      .map((there): PasskeyRow => {
        const { credentialId, name, rpId } = there
        return { credentialId, name: name || 'Passkey', rpId, there, place: 'only at Cognito' }
      }),
  ]
}
