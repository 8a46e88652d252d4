import type { Flow } from '../flows/flow.ts'
import { flows } from '../flows/index.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { callContext, model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { checkSecretHash, requireSecretHash } from '../credentials/check-secret-hash.ts'
import { nextStep } from '../flows/next-step.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { checkUsername } from '../requests/check-username.ts'
import { filled, requireParameters, type Parameters } from '../requests/parameters.ts'
import { clientCallOf } from '../state/find-client.ts'
import { defineOperation } from './operation.ts'

/** InitiateAuth: the first call of a sign-in. */
export const initiateAuth = defineOperation(
  'InitiateAuth',
  {
    AuthFlow: required({ kind: 'text', values: Object.keys(flows) }),
    AuthParameters: model.map,
    ClientId: required(model.clientId),
    ClientMetadata: model.map,
    ...callContext,
    Session: model.session,
  },
  (state, input) => begin(clientCallOf(state, input.ClientId), flows[input.AuthFlow], input),
)

/**
 * Begins a sign-in by a flow, for a client or an administrator. The order of the checks is
 * Cognito's.
 * @throws Refusal InvalidParameterException for a flow that is not for this caller
 */
export async function begin(
  from: ClientCall,
  flow: Flow | null | undefined,
  { AuthParameters, ClientMetadata, Session }: FirstCall,
) {
  const parameters = filled(AuthParameters)
  const clientCall = { ...from, deviceKey: parameters.DEVICE_KEY, validationData: ClientMetadata }
  const { client } = clientCall
  if (!flow) return refuse(refusals.flowNotSupported)
  requireSecretHash(client, parameters.SECRET_HASH)
  if (parameters.USERNAME && flow.requires.includes('USERNAME'))
    checkSecretHash(client, parameters.USERNAME, parameters.SECRET_HASH)
  flow.checkTier?.(clientCall.pool, parameters)
  if (!client.explicitAuthFlows.includes(flow.flag)) refuse(flow.notEnabled)
  requireParameters(parameters, flow.requires)
  checkUsername(parameters)
  const prepared = (await flow.prepare?.(clientCall, parameters)) ?? clientCall
  return answerTo(prepared, nextStep(prepared, flow.begin(prepared, parameters, Session)))
}

interface FirstCall {
  readonly AuthParameters?: Parameters | undefined
  readonly ClientMetadata?: Parameters | undefined
  readonly Session?: string | undefined
}
