import { mfaMethods } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { triggerRefusals } from '../refusals/triggers.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { Session } from '../state/sessions.ts'
import { createAuthChallenge } from '../triggers/create-auth-challenge.ts'
import { defineAuthChallenge, type ChallengeResult } from '../triggers/define-auth-challenge.ts'
import { triggerFunction } from '../invocation/trigger-function.ts'
import { invoke, subjectOf, type Subject } from '../invocation/invoke.ts'
import { verifyAuthChallengeResponse } from '../triggers/verify-auth-challenge-response.ts'
import { canUse } from './factors.ts'
import { nobody } from './send-code.ts'
import { passwordVerifierStep } from './srp-step.ts'
import type { Outcome } from './step.ts'

/**
 * Refuses CUSTOM_AUTH where nothing defines it.
 * @throws Refusal InvalidParameterException
 */
export function requireCustomAuth({ state, pool }: ClientCall): void {
  if (!triggerFunction(state, pool, 'DefineAuthChallenge'))
    refuse(refusals.customFlowWithoutTrigger)
}

/**
 * Asks DefineAuthChallenge what comes next, and does it.
 * @param typed the name of a user, or one that nobody has where the client may not learn that
 * @param srpA SRP_A of the first call
 */
export function nextRound(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
  srpA?: string,
): Outcome {
  const { clientMetadata } = clientCall
  const { rounds: session = [] } = clientCall.passedFactors
  const subject = subjectOrNobody(typed, user)
  const known = { session, clientMetadata, userNotFound: !user }
  const definition =
    invoke(clientCall, defineAuthChallenge, 'DefineAuthChallenge_Authentication', subject, known) ??
    refuse(refusals.customFlowWithoutTrigger)
  if (definition.failAuthentication) return refuse(refusals.wrongPassword)
  if (definition.issueTokens)
    return user ? { passed: 'custom rounds', user } : refuse(refusals.wrongPassword)
  const { challengeName } = definition
  if (challengeName === 'PASSWORD_VERIFIER' && srpA !== undefined)
    return passwordVerifierStep(clientCall, subject.userName, user, srpA)
  const method = mfaMethods.find((one) => one === challengeName)
  // What Cognito does with a method that pool or user lack is not known.
  const { passedFactors, pool } = clientCall
  if (method && user && pool.settings.mfaMethods.includes(method) && canUse(user, method))
    return { passed: 'choice', user, method, passedFactors }
  if (challengeName !== 'CUSTOM_CHALLENGE') return refuse(triggerRefusals.output)
  const request = { challengeName, ...known }
  const custom =
    invoke(
      clientCall,
      createAuthChallenge,
      'CreateAuthChallenge_Authentication',
      subject,
      request,
    ) ?? refuse(refusals.customFlowWithoutTrigger)
  return {
    next: 'challenge',
    challenge: 'CUSTOM_CHALLENGE',
    parameters: { ...custom.publicChallengeParameters, USERNAME: subject.userName },
    session: clientCall.state.sessions.issue(
      clientCall,
      user ?? nobody(typed),
      'CUSTOM_CHALLENGE',
      {
        custom,
      },
    ).text,
  }
}

/** Lets VerifyAuthChallengeResponse judge an answer. A wrong one is no refusal, but a round. */
export function judgedRound(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
  challengeAnswer: string,
  { custom }: Session,
): ChallengeResult {
  const subject = subjectOrNobody(typed, user)
  const verdict =
    invoke(
      clientCall,
      verifyAuthChallengeResponse,
      'VerifyAuthChallengeResponse_Authentication',
      subject,
      {
        privateChallengeParameters: custom?.privateChallengeParameters ?? {},
        challengeAnswer,
        clientMetadata: clientCall.clientMetadata,
        userNotFound: !user,
      },
    ) ?? refuse(refusals.customFlowWithoutTrigger)
  const challengeMetadata = custom?.challengeMetadata
  return {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: verdict.answerCorrect,
    ...(challengeMetadata !== undefined && { challengeMetadata }),
  }
}

const subjectOrNobody = (typed: string, user: User | undefined): Subject =>
  user ? subjectOf(user) : { userName: typed }
