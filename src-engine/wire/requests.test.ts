import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import { secretHash } from '../secret-hash/secret-hash.ts'
import type { AppClient } from './app-client.ts'
import type { SignInInput } from './sign-in-input.ts'
import { transition, type SignInState } from '../sign-in/transition.ts'
import { initiateAuth } from './initiate-auth.ts'
import type { WireRequest } from './request.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'

const clientSecret = Secret.of('client secret', '9ljds8fn2sdf9uasdf')
const open: AppClient = { userPoolId: 'eu-west-1_Pool', clientId: 'client1' }
const withSecret: AppClient = { ...open, clientSecret }

const hashIn = (request: WireRequest | undefined, map: string) => {
  const hash = (request?.input[map] as Record<string, unknown>)['SECRET_HASH']
  return hash instanceof Secret ? reveal(hash) : hash
}

const hashOver = (name: string) => reveal(secretHash(clientSecret, name, 'client1'))

/** The first request of a sign-in, by way of the state machine. */
function firstRequest(client: AppClient, input: SignInInput): WireRequest {
  const preparing: SignInState = { phase: 'preparing', input }
  const [, [effect]] = transition(client, preparing, {
    type: 'computed',
    authParameters: input.parameters,
  })
  if (effect?.type !== 'send') throw new Error('nothing was sent')
  return effect.request
}

it.each(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'])(
  'hashes the username as typed in %s (the hash of another username is refused)',
  (flow) => {
    const request = firstRequest(withSecret, { flow, parameters: { USERNAME: 'ana@example.com' } })
    expect(hashIn(request, 'AuthParameters')).toBe(hashOver('ana@example.com'))
  },
)

it('hashes the real username in a refresh, although it is not sent', () => {
  const preparing: SignInState = {
    phase: 'preparing',
    input: {
      flow: 'REFRESH_TOKEN_AUTH',
      parameters: { REFRESH_TOKEN: Secret.of('refresh token', 'r'), USERNAME: 'sub-1' },
    },
  }
  const [, [effect]] = transition(withSecret, preparing, {
    type: 'computed',
    authParameters: { REFRESH_TOKEN: Secret.of('refresh token', 'r') },
  })
  const request = effect?.type === 'send' ? effect.request : undefined
  expect(hashIn(request, 'AuthParameters')).toBe(hashOver('sub-1'))
  expect(request?.input['AuthParameters']).not.toHaveProperty('USERNAME')
})

it('hashes the USERNAME of the answer, whether or not it was entered there', () => {
  const challenge = { name: 'PASSWORD_VERIFIER' }
  expect(
    hashIn(respondToAuthChallenge(withSecret, challenge, 'sub-1', {}, {}), 'ChallengeResponses'),
  ).toBe(hashOver('sub-1'))
  expect(
    hashIn(
      respondToAuthChallenge(withSecret, challenge, 'sub-1', { USERNAME: 'other' }, {}),
      'ChallengeResponses',
    ),
  ).toBe(hashOver('other'))
})

it('keeps a typed SECRET_HASH, and sends none without a client secret', () => {
  const typed = firstRequest(withSecret, {
    flow: 'USER_SRP_AUTH',
    parameters: { USERNAME: 'u', SECRET_HASH: 'mine' },
  })
  expect(hashIn(typed, 'AuthParameters')).toBe('mine')
  const without = firstRequest(open, { flow: 'USER_SRP_AUTH', parameters: { USERNAME: 'u' } })
  expect(without.input['AuthParameters']).not.toHaveProperty('SECRET_HASH')
})

it('leaves out empty members, which Cognito would refuse or misread', () => {
  const request = initiateAuth(
    open,
    {
      flow: 'USER_SRP_AUTH',
      parameters: {},
      clientMetadata: {},
      analyticsEndpointId: '',
      userContextData: {},
    },
    { DEVICE_KEY: '' },
    '',
  )
  expect(request.input).toEqual({
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: 'client1',
    AuthParameters: {},
  })
})

it('leaves out an empty IpAddress and keeps the rest of UserContextData', () => {
  const { input } = initiateAuth(
    open,
    { flow: 'F', parameters: {}, userContextData: { IpAddress: '', EncodedData: 'e' } },
    {},
    '',
  )
  expect(input['UserContextData']).toEqual({ EncodedData: 'e' })
  const none = initiateAuth(
    open,
    { flow: 'F', parameters: {}, userContextData: { IpAddress: '' } },
    {},
    '',
  )
  expect(none.input).not.toHaveProperty('UserContextData')
})

it('sends every input of InitiateAuth when all are filled in', () => {
  const session = Secret.of('session', 'from-confirm-sign-up')
  const { input } = initiateAuth(
    open,
    {
      flow: 'USER_AUTH',
      parameters: {},
      clientMetadata: { a: 'b' },
      analyticsEndpointId: 'id',
      userContextData: { IpAddress: '192.0.2.1', EncodedData: Secret.of('context data', 'x') },
      session,
    },
    { USERNAME: 'u' },
    'u',
  )
  expect(input).toMatchObject({
    AuthFlow: 'USER_AUTH',
    ClientId: 'client1',
    AuthParameters: { USERNAME: 'u' },
    ClientMetadata: { a: 'b' },
    AnalyticsMetadata: { AnalyticsEndpointId: 'id' },
    UserContextData: { IpAddress: '192.0.2.1' },
    Session: session,
  })
})
