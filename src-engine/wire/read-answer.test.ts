import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reveal, type Secret } from '../secret/secret.ts'
import { readAnswer, type WireReply } from './read-answer.ts'

const reply = (body: unknown, status = 200, headers: WireReply['headers'] = {}): WireReply => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

it('reads a challenge with its session, parameters and choices', () => {
  const answer = readAnswer(
    reply({
      ChallengeName: 'SELECT_CHALLENGE',
      Session: 'AYABsession',
      ChallengeParameters: { A: 'b', notText: 4, none: null },
      AvailableChallenges: ['PASSWORD', 7],
    }),
  )
  expect(answer).toMatchObject({
    kind: 'challenged',
    name: 'SELECT_CHALLENGE',
    parameters: { A: 'b' },
    availableChallenges: ['PASSWORD'],
  })
  if (answer.kind === 'challenged') expect(reveal(answer.session as Secret)).toBe('AYABsession')
  expect(JSON.stringify(answer)).not.toContain('AYABsession')
})

it('reads tokens as secrets of their kinds, and the new device', () => {
  const answer = readAnswer(
    reply({
      AuthenticationResult: {
        AccessToken: 'access-text',
        IdToken: 'id-text',
        RefreshToken: 'refresh-text',
        ExpiresIn: 3600,
        TokenType: 'Bearer',
        NewDeviceMetadata: { DeviceKey: 'eu-west-1_1', DeviceGroupKey: '-abc' },
      },
      ChallengeParameters: {},
    }),
  )
  if (answer.kind !== 'tokens') throw new Error(answer.kind)
  expect(answer.tokens).toMatchObject({ expiresIn: 3600, tokenType: 'Bearer' })
  expect(answer.tokens.accessToken?.kind).toBe('access token')
  expect(answer.tokens.refreshToken?.kind).toBe('refresh token')
  expect(JSON.stringify(answer)).not.toMatch(/(access|id|refresh)-text/)
})

it('reads the tokens of a refresh, which brings no refresh token', () => {
  const answer = readAnswer(reply({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i' } }))
  expect(answer.kind === 'tokens' && 'refreshToken' in answer.tokens).toBe(false)
})

it.each([
  ['bare', { __type: 'NotAuthorizedException', message: 'no' }, {}],
  ['with a name space', { __type: 'com.amazonaws.x#NotAuthorizedException', message: 'no' }, {}],
  ['with a trailing address', { __type: 'NotAuthorizedException:http://x/', message: 'no' }, {}],
  ['in code', { code: 'NotAuthorizedException', message: 'no' }, {}],
  ['with Message', { __type: 'NotAuthorizedException', Message: 'no' }, {}],
  [
    'in headers alone',
    {},
    { 'x-amzn-errortype': 'NotAuthorizedException:', 'x-amzn-errormessage': 'no' },
  ],
])('finds the name and message of a refusal %s', (_where, body, headers) => {
  expect(readAnswer(reply(body, 400, headers))).toEqual({
    kind: 'refused',
    error: 'NotAuthorizedException',
    message: 'no',
    status: 400,
  })
})

it('treats an exception in a response with status 200 as a refusal', () => {
  expect(readAnswer(reply({ __type: 'InternalErrorException' }))).toMatchObject({
    kind: 'refused',
    error: 'InternalErrorException',
    message: '',
  })
})

it.each([
  [
    200,
    '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException","message":null},"Version":"1.0"}',
  ],
  [404, '<UnknownOperationException/>\n'],
])('reads a refusal of AWS’s framework, with status %i', (status, body) => {
  for (const operation of ['InitiateAuth', 'GetUser'])
    expect(readAnswer(reply(body, status), operation)).toEqual({
      kind: 'refused',
      error: 'UnknownOperationException',
      message: '',
      status,
    })
})

it('names the error that only the headers carry, when the body is empty', () => {
  expect(readAnswer(reply('', 400, { 'x-amzn-errortype': 'ForbiddenException:' }))).toMatchObject({
    kind: 'refused',
    error: 'ForbiddenException',
  })
})

it.each([
  ['redirect', reply('', 302, { location: 'https://login.example/' })],
  ['html', reply('<!DOCTYPE html><title>Sign in</title>')],
  ['html', reply('Gateway Timeout', 504, { 'content-type': 'text/html; charset=utf-8' })],
  ['not json', reply('{"AuthenticationResult":{"AccessTo')],
  ['not json', reply('[1,2]')],
  ['empty', reply('')],
  ['empty', reply(' \n', 502)],
  ['not cognito', reply({ status: 'ok' })],
  ['not cognito', reply({ error: 'boom' }, 500)],
])('says that a response is unreadable: %s', (reason, wire) => {
  expect(readAnswer(wire)).toMatchObject({ kind: 'unreadable', reason, status: wire.status })
})

it('never throws, whatever the server answers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      (status, body) => {
        expect(readAnswer({ status, headers: {}, body }).kind).toBeTypeOf('string')
      },
    ),
  )
})
