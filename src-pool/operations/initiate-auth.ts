import { flows } from '../flows/index.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { checkSecretHash, requireSecretHash } from '../sign-in/check-secret-hash.ts'
import { progress } from '../sign-in/progress.ts'
import { filled, placeOf, requireParameters } from './client-call.ts'
import { defineOperation } from './operation.ts'

/** InitiateAuth: the first call of a sign-in. The order of the checks is Cognito's. */
export const initiateAuth = defineOperation(
  'InitiateAuth',
  {
    AuthFlow: required({ kind: 'text', values: Object.keys(flows) }),
    AuthParameters: model.map,
    ClientId: required(model.clientId),
    ClientMetadata: model.map,
    Session: model.session,
  },
  async (state, { AuthFlow, AuthParameters, ClientId, ClientMetadata, Session }) => {
    const parameters = filled(AuthParameters)
    const place = {
      ...placeOf(state, ClientId),
      deviceKey: parameters.DEVICE_KEY,
      validationData: ClientMetadata,
    }
    const { client } = place
    const flow = flows[AuthFlow] ?? refuse(refusals.adminFlow)
    requireSecretHash(client, parameters.SECRET_HASH)
    if (parameters.USERNAME && flow.requires.includes('USERNAME'))
      checkSecretHash(client, parameters.USERNAME, parameters.SECRET_HASH)
    if (!client.explicitAuthFlows.includes(flow.flag)) refuse(flow.notEnabled)
    requireParameters(parameters, flow.requires)
    const prepared = (await flow.prepare?.(place, parameters)) ?? place
    return answerTo(prepared, progress(prepared, flow.begin(prepared, parameters, Session)))
  },
)
