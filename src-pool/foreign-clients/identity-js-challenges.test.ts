// amazon-cognito-identity-js again, through the challenges that a pool asks after or instead of SRP.
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { startPracticeServer, type PracticeServer } from '../practice-server.ts'
import { clientOf, codeNow } from './practice-place.ts'

const password = 'Practice-Password-1!'
let server: PracticeServer

beforeAll(async () => {
  server = await startPracticeServer()
})

afterAll(() => server.close())

const identityUser = (UserPoolId: string, client: string, Username: string) =>
  new CognitoUser({
    Username,
    Pool: new CognitoUserPool({
      UserPoolId,
      ClientId: clientOf(server, client).clientId,
      endpoint: server.endpoint,
    }),
  })

/** Answers each question with the sum that it asks for. */
const customSignIn = (user: CognitoUser, details: AuthenticationDetails, bySrp: boolean) =>
  new Promise<{ readonly session: CognitoUserSession; readonly questions: readonly string[] }>(
    (resolve, reject) => {
      const questions: string[] = []
      const callbacks = {
        onSuccess: (session: CognitoUserSession) => {
          resolve({ session, questions })
        },
        onFailure: reject,
        customChallenge: (parameters: { readonly question?: string }) => {
          const { question = '' } = parameters
          questions.push(question)
          const [two = 0, other = 0] = (question.match(/\d+/g) ?? []).map(Number)
          // The first answer is deliberately wrong.
          const sum = questions.length === 1 ? 0 : two + other
          user.sendCustomChallengeAnswer(String(sum), callbacks)
        },
      }
      user.setAuthenticationFlowType('CUSTOM_AUTH')
      if (bySrp) user.authenticateUser(details, callbacks)
      else user.initiateAuth(details, callbacks)
    },
  )

it.each([
  ['alone', false],
  ['after SRP', true],
])('signs in by a custom challenge %s, in the new session of each round', async (_how, bySrp) => {
  const user = identityUser('us-east-1_Practice3', 'custom', 'choice-user')
  const details = new AuthenticationDetails({ Username: 'choice-user', Password: password })
  const { questions, session } = await customSignIn(user, details, bySrp)
  expect(questions).toEqual(['What is 2 + 3?', 'What is 2 + 4?'])
  expect(session.getAccessToken().payload['username']).toBe('choice-user')
})

it('sets up an authenticator on the way, with the session of each call', async () => {
  const name = 'mfa-setup-user@example.com'
  const user = identityUser('us-east-1_Practice2', 'email-public', name)
  const details = new AuthenticationDetails({ Username: name, Password: password })
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    const onFailure = reject
    user.authenticateUser(details, {
      onSuccess: resolve,
      onFailure,
      mfaSetup: () => {
        user.associateSoftwareToken({
          onFailure,
          associateSecretCode: (secret) => {
            user.verifySoftwareToken(codeNow(secret), 'phone', { onSuccess: resolve, onFailure })
          },
        })
      },
    })
  })
  expect(session.isValid()).toBe(true)
})

it('is asked which second factor, and for the code of the one that was chosen', async () => {
  const user = identityUser('us-east-1_Practice1', 'web-public', 'choose-mfa-user')
  const details = new AuthenticationDetails({ Username: 'choose-mfa-user', Password: password })
  const challenges: string[] = []
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    const callbacks = {
      onSuccess: resolve,
      onFailure: reject,
      selectMFAType: (_name: string, parameters: { readonly MFAS_CAN_CHOOSE?: string }) => {
        challenges.push(parameters.MFAS_CAN_CHOOSE ?? '')
        user.sendMFASelectionAnswer('SMS_MFA', callbacks)
      },
      mfaRequired: (name: string) => {
        challenges.push(name)
        user.sendMFACode(server.outbox().at(-1)?.code ?? '', callbacks, 'SMS_MFA')
      },
    }
    user.authenticateUser(details, callbacks)
  })
  expect(challenges).toEqual(['["SMS_MFA","SOFTWARE_TOKEN_MFA"]', 'SMS_MFA'])
  expect(session.isValid()).toBe(true)
})
