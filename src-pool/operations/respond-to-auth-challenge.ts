import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Challenge } from '../challenges/challenge.ts'
import { challenges } from '../challenges/challenges.ts'
import type { Parameters } from '../flows/flow.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { answerTo } from '../sign-in/answer.ts'
import { checkSecretHash, requireSecretHash } from '../sign-in/check-secret-hash.ts'
import { progress } from '../sign-in/progress.ts'
import type { Step } from '../sign-in/step.ts'
import { findUser } from '../state/find-user.ts'
import type { Place } from '../state/practice-state.ts'
import { filled, placeOf, requireParameters } from './client-call.ts'
import { defineOperation } from './operation.ts'

/** The names that the service model allows, of which the pool answers some. */
const names = Object.keys({
  SMS_MFA: 1,
  EMAIL_OTP: 1,
  SOFTWARE_TOKEN_MFA: 1,
  SELECT_MFA_TYPE: 1,
  MFA_SETUP: 1,
  PASSWORD_VERIFIER: 1,
  CUSTOM_CHALLENGE: 1,
  SELECT_CHALLENGE: 1,
  DEVICE_SRP_AUTH: 1,
  DEVICE_PASSWORD_VERIFIER: 1,
  ADMIN_NO_SRP_AUTH: 1,
  NEW_PASSWORD_REQUIRED: 1,
  SMS_OTP: 1,
  PASSWORD: 1,
  WEB_AUTHN: 1,
  PASSWORD_SRP: 1,
} satisfies Record<ChallengeNameType, 1>)

/** RespondToAuthChallenge: the answer to whatever the last call asked. */
export const respondToAuthChallenge = defineOperation(
  'RespondToAuthChallenge',
  {
    ClientId: required(model.clientId),
    ChallengeName: required({ kind: 'text', values: names }),
    Session: model.session,
    ChallengeResponses: model.map,
    ClientMetadata: model.map,
  },
  (state, { ClientId, ChallengeName, Session, ChallengeResponses }) => {
    const place = placeOf(state, ClientId)
    const responses = filled(ChallengeResponses)
    requireSecretHash(place.client, responses.SECRET_HASH)
    requireParameters(responses, ['USERNAME'])
    checkSecretHash(place.client, responses.USERNAME ?? '', responses.SECRET_HASH)
    const challenge =
      challenges.find(({ name }) => name === ChallengeName) ?? refuse(refusals.challengeUnsupported)
    return answerTo(place, judge(place, challenge, responses, Session))
  },
)

function judge(
  place: Place,
  challenge: Challenge,
  responses: Parameters,
  sessionText: string | undefined,
): Step {
  requireParameters(responses, challenge.requires)
  if ('answerWithoutSession' in challenge)
    return progress(place, challenge.answerWithoutSession(place, responses))

  const { state, pool, client } = place
  const session = state.sessions.open(
    sessionText ?? refuse(refusals.parameterMissing('Session')),
    client,
    challenge.name,
  )
  const user = findUser(pool, responses.USERNAME ?? '')
  if (user?.username !== session.username) return refuse(refusals.sessionInvalid)
  if (!user.enabled) refuse(refusals.userDisabled)
  const step = progress(place, challenge.answer(place, user, responses, session))
  session.spent = true
  return step
}
