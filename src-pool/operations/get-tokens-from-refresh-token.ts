import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { isClientSecret } from '../credentials/check-secret-hash.ts'
import { refreshedTokens } from '../sign-in/tokens-step.ts'
import type { Grant } from '../state/grants.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { grantOf, refreshingUser } from '../tokens/refreshable.ts'
import { clientCallOf } from '../state/find-client.ts'
import { defineOperation } from './operation.ts'

/**
 * GetTokensFromRefreshToken: fresh tokens, and where the client rotates also another refresh token,
 * good for the rest of the old one's life.
 */
export const getTokensFromRefreshToken = defineOperation(
  'GetTokensFromRefreshToken',
  {
    RefreshToken: required(model.token),
    ClientId: required(model.clientId),
    ClientSecret: model.clientSecret,
    DeviceKey: model.deviceKey,
    ClientMetadata: model.map,
  },
  async (state, { RefreshToken, ClientId, ClientSecret = '', DeviceKey, ClientMetadata }) => {
    const clientCall = { ...clientCallOf(state, ClientId), clientMetadata: ClientMetadata }
    const { client } = clientCall
    if (!isClientSecret(client, ClientSecret)) refuse(accountRefusals.clientSecretWrong(ClientId))
    const grant = grantOf(clientCall, RefreshToken)
    const user = refreshingUser(clientCall, grant, DeviceKey)
    const step = refreshedTokens(clientCall, user, grant)
    const withRefreshToken = rotated(clientCall, grant, RefreshToken)
    const answer = await answerTo(clientCall, { ...step, withRefreshToken })
    return 'AuthenticationResult' in answer
      ? { AuthenticationResult: answer.AuthenticationResult }
      : answer
  },
)

/** Rotates where the client wants it; says whether the answer has a refresh token. */
function rotated({ state, client }: ClientCall, grant: Grant, inputs: string): boolean {
  const retired = grant.retiredTokens.find(({ token }) => token === inputs)
  if (retired) {
    const grace = (client.refreshTokenRotation?.retryGracePeriodSeconds ?? 0) * 1000
    if (state.ports.now() >= retired.retiredAt + grace) refuse(accountRefusals.refreshTokenReused)
    // A retry within its grace gets the token that the lost answer had.
    return true
  }
  if (!client.refreshTokenRotation) return false
  state.grants.rotate(grant)
  return true
}
