import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** DeleteWebAuthnCredential: a passkey of the token's owner opens nothing any more. */
export const deleteWebAuthnCredential = defineOperation(
  'DeleteWebAuthnCredential',
  {
    AccessToken: required(model.token),
    CredentialId: required({ kind: 'text', max: 131_072 }),
  },
  async (state, { AccessToken, CredentialId }) => {
    const { user } = await checkAccessToken(state, AccessToken)
    const left = user.passkeys.filter(({ id }) => id !== CredentialId)
    if (left.length === user.passkeys.length) refuse(passkeyRefusals.unknown)
    user.passkeys = left
    return {}
  },
)
