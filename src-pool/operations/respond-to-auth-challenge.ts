import type { Challenge } from '../challenges/challenge.ts'
import { challenges } from '../challenges/index.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { callContext, model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { checkSecretHash, requireSecretHash } from '../credentials/check-secret-hash.ts'
import { nextStep } from '../flows/next-step.ts'
import type { Step } from '../sign-in/step.ts'
import { findUser } from '../state/find-user.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { checkUsername } from '../requests/check-username.ts'
import { filled, requireParameters, type Parameters } from '../requests/parameters.ts'
import { clientCallOf } from '../state/find-client.ts'
import { defineOperation } from './operation.ts'

/** Every ChallengeName of the service model, of which the pool takes answers to some. */
export const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
]

/** RespondToAuthChallenge: the answer to whatever the last call asked. */
export const respondToAuthChallenge = defineOperation(
  'RespondToAuthChallenge',
  {
    ClientId: required(model.clientId),
    ChallengeName: required({ kind: 'text', values: challengeNames }),
    Session: model.session,
    ChallengeResponses: model.map,
    ClientMetadata: model.map,
    ...callContext,
  },
  (state, input) => respond(clientCallOf(state, input.ClientId), input),
)

/** Takes the answer to a challenge, from a client or an administrator. */
export async function respond(
  from: ClientCall,
  { ChallengeName, Session, ChallengeResponses, ClientMetadata }: ChallengeCall,
) {
  const responses = filled(ChallengeResponses)
  const clientCall = { ...from, deviceKey: responses.DEVICE_KEY, clientMetadata: ClientMetadata }
  requireSecretHash(clientCall.client, responses.SECRET_HASH)
  requireParameters(responses, ['USERNAME'])
  checkUsername(responses)
  checkSecretHash(clientCall.client, responses.USERNAME ?? '', responses.SECRET_HASH)
  const challenge =
    challenges.find(({ name }) => name === ChallengeName) ?? refuse(refusals.challengeUnsupported)
  const prepared =
    'prepare' in challenge ? await challenge.prepare(clientCall, responses) : clientCall
  return answerTo(prepared, judge(prepared, challenge, responses, Session))
}

interface ChallengeCall {
  readonly ChallengeName: string
  readonly Session?: string | undefined
  readonly ChallengeResponses?: Parameters | undefined
  readonly ClientMetadata?: Parameters | undefined
}

function judge(
  clientCall: ClientCall,
  challenge: Challenge,
  responses: Parameters,
  sessionText: string | undefined,
): Step {
  requireParameters(responses, challenge.requires)
  if ('answerWithoutSession' in challenge)
    return nextStep(clientCall, challenge.answerWithoutSession(clientCall, responses))

  const { state, pool, client } = clientCall
  const typed = responses.USERNAME ?? ''
  const session = state.sessions.open(
    sessionText ?? refuse(refusals.parameterMissing('Session')),
    client,
    challenge.name,
  )
  if (session.pretended)
    return typed === session.username && challenge.answerOfNobody
      ? nextStep(clientCall, challenge.answerOfNobody(clientCall, typed, responses, session))
      : refuse(typed === session.username ? refusals.codeWrong : refusals.sessionInvalid)
  const user = findUser(pool, typed)
  if (user?.username !== session.username) return refuse(refusals.sessionInvalid)
  if (!user.enabled) refuse(refusals.userDisabled)
  const here = {
    ...clientCall,
    passedFactors: session.passedFactors,
    deviceKey: clientCall.deviceKey ?? session.deviceKey,
  }
  const step = nextStep(here, challenge.answer(here, user, responses, session))
  session.spent = true
  return step
}
