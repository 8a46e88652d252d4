import type { Flow } from '../flows/flow.ts'
import { flows } from '../flows/index.ts'
import { userPasswordAuth } from '../flows/user-password-auth.ts'
import { clientCallOf } from '../state/find-client.ts'
import { begin } from '../operations/initiate-auth.ts'
import type { Operation } from '../operations/operation.ts'
import { challengeNames, respond } from '../operations/respond-to-auth-challenge.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { adminCallContext, model, required } from '../requests/model.ts'
import type { ClientCall, PracticeState } from '../state/practice-state.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'

const adminUserPasswordAuth: Flow = {
  ...userPasswordAuth,
  flag: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  notEnabled: administrationRefusals.adminFlowOff,
}

/**
 * The flows of InitiateAuth, but that a password is taken in two of their own. That the client's is
 * refused was reported of the real service: awsdocs/aws-doc-sdk-examples#5289, moto#4836.
 */
const adminFlows: typeof flows = {
  ...flows,
  USER_PASSWORD_AUTH: null,
  ADMIN_NO_SRP_AUTH: adminUserPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: adminUserPasswordAuth,
}

function callInPool(state: PracticeState, UserPoolId: string, ClientId: string): ClientCall {
  const clientCall = clientCallOf(state, ClientId)
  return clientCall.pool === poolById(state, UserPoolId)
    ? { ...clientCall, asAdmin: true }
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
      ...adminCallContext,
      Session: model.session,
    },
    (state, input) =>
      begin(callInPool(state, input.UserPoolId, input.ClientId), adminFlows[input.AuthFlow], input),
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
      ...adminCallContext,
    },
    (state, input) => respond(callInPool(state, input.UserPoolId, input.ClientId), input),
  ),
]
