import { creationOptions } from '../passkeys/registration.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

/** StartWebAuthnRegistration: what an authenticator needs to make a passkey. */
export const startWebAuthnRegistration = defineOperation(
  'StartWebAuthnRegistration',
  { AccessToken: required(model.token) },
  async (state, { AccessToken }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    return { CredentialCreationOptions: creationOptions(clientCall, user) }
  },
)
