import { userPasswordAuth } from '../flows/user-password-auth.ts'
import { flows } from '../flows/index.ts'
import { filled, placeOf, requireParameters } from '../operations/client-call.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import type { Operation } from '../operations/operation.ts'
import { challengeNames, respondToAuthChallenge } from '../operations/respond-to-auth-challenge.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { checkSecretHash, requireSecretHash } from '../sign-in/check-secret-hash.ts'
import { progress } from '../sign-in/progress.ts'
import type { Place, PracticeState } from '../state/practice-state.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'

const adminFlows = ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']

function clientOfPool(state: PracticeState, UserPoolId: string, ClientId: string): Place {
  const place = placeOf(state, ClientId)
  return place.pool === poolById(state, UserPoolId)
    ? place
    : refuse(refusals.clientUnknown(ClientId))
}

/** A server's sign-in on behalf of its users. */
export const signInOperations: readonly Operation[] = [
  administrative(
    'AdminInitiateAuth',
    {
      ...inPool,
      ClientId: required(model.clientId),
      AuthFlow: required({ kind: 'text', values: Object.keys(flows) }),
      AuthParameters: model.map,
      ClientMetadata: model.map,
      Session: model.session,
    },
    (state, input) => {
      const found = clientOfPool(state, input.UserPoolId, input.ClientId)
      // Every other flow is as the public operation has it.
      if (!adminFlows.includes(input.AuthFlow)) return initiateAuth.call(state, input)
      const parameters = filled(input.AuthParameters)
      const place = {
        ...found,
        deviceKey: parameters.DEVICE_KEY,
        validationData: input.ClientMetadata,
      }
      const { client } = place
      requireSecretHash(client, parameters.SECRET_HASH)
      if (parameters.USERNAME) checkSecretHash(client, parameters.USERNAME, parameters.SECRET_HASH)
      if (!client.explicitAuthFlows.includes('ALLOW_ADMIN_USER_PASSWORD_AUTH'))
        refuse(administrationRefusals.adminFlowOff)
      requireParameters(parameters, userPasswordAuth.requires)
      return answerTo(place, progress(place, userPasswordAuth.begin(place, parameters)))
    },
  ),

  administrative(
    'AdminRespondToAuthChallenge',
    {
      ...inPool,
      ClientId: required(model.clientId),
      ChallengeName: required({ kind: 'text', values: challengeNames }),
      ChallengeResponses: model.map,
      Session: model.session,
      ClientMetadata: model.map,
    },
    (state, input) => {
      clientOfPool(state, input.UserPoolId, input.ClientId)
      return respondToAuthChallenge.call(state, input)
    },
  ),
]
