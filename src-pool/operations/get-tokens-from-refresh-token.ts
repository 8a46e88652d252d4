import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { isSameText } from '../sign-in/same-text.ts'
import { refreshedTokens } from '../sign-in/tokens-step.ts'
import type { Grant } from '../state/grants.ts'
import type { Place } from '../state/practice-state.ts'
import { grantOf, refreshingUser } from '../tokens/refreshable.ts'
import { placeOf } from './client-call.ts'
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
    const place = { ...placeOf(state, ClientId), clientMetadata: ClientMetadata }
    const { client } = place
    if (!isSameText(client.secret ?? '', ClientSecret))
      refuse(accountRefusals.clientSecretWrong(ClientId))
    const grant = grantOf(place, RefreshToken)
    const user = refreshingUser(place, grant, DeviceKey)
    const step = refreshedTokens(place, user, grant)
    const withRefreshToken = rotated(place, grant, RefreshToken)
    const answer = await answerTo(place, { ...step, withRefreshToken })
    return 'AuthenticationResult' in answer
      ? { AuthenticationResult: answer.AuthenticationResult }
      : answer
  },
)

/** Rotates where the client wants it; says whether the answer has a refresh token. */
function rotated({ state, client }: Place, grant: Grant, given: string): boolean {
  const retired = grant.retiredTokens.find(({ token }) => token === given)
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
