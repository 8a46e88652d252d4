import { register } from '../passkeys/registration.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** CompleteWebAuthnRegistration: the passkey that an authenticator made is the user's from now on. */
export const completeWebAuthnRegistration = defineOperation(
  'CompleteWebAuthnRegistration',
  { AccessToken: required(model.token), Credential: required({ kind: 'document' }) },
  async (state, { AccessToken, Credential }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    await register(clientCall, user, Credential)
    return {}
  },
)
