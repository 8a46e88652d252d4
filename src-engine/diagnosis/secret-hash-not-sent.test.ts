import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

interface Call {
  readonly message: string
  readonly error?: string
  readonly operation?: string
  readonly input: object
  /** A part of the request that a log left out. */
  readonly without?: 'request body' | 'request members'
}

/** The causes that are shown, with their evidence, and the codes of those that are excluded. */
function causesOf({ error, input, message, operation = 'InitiateAuth', without }: Call) {
  const attempt = {
    number: 1,
    url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    requestBody: JSON.stringify(input),
    requestHeaders: [],
    ...(without && { notCaptured: [{ part: without, reason: 'The logger masks it.' }] }),
  }
  const refusal = {
    kind: 'refused',
    error: error ?? 'NotAuthorizedException',
    message,
    status: 400,
  }
  const found = diagnose([
    { type: 'started', at: 0, flow: 'USER_PASSWORD_AUTH', username: 'ana' },
    { type: 'sent', at: 1, step: 1, operation, by: 'application' },
    { type: 'attempted', at: 2, step: 1, attempt },
    { type: 'answered', at: 3, step: 1, durationMs: 1, answer: refusal },
  ] as unknown as readonly TraceEvent[])
  const shown = found.filter(({ verdict }) => verdict !== 'excluded')
  return {
    shown: shown.map(({ code, verdict }) => `${verdict} ${code}`),
    members: shown.flatMap(({ evidence }) => evidence.map(({ member }) => member)),
    excluded: found.filter(({ verdict }) => verdict === 'excluded').map(({ code }) => code),
  }
}

const passwordFlow = (parameters: object) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: 'abc',
  AuthParameters: { USERNAME: 'ana', PASSWORD: '‹password 1a2b›', ...parameters },
})
const wrong = 'Unable to verify secret hash for client abc'

it('a hash that is called wrong and was not sent is missing, and no secret is blamed', () => {
  expect(causesOf({ message: wrong, input: passwordFlow({}) })).toEqual({
    shown: ['likely AS1201'],
    members: ['message', 'SECRET_HASH'],
    excluded: ['AS1203'],
  })
  const refresh = {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: 'abc',
    AuthParameters: { REFRESH_TOKEN: '‹refresh token 1a2b›' },
  }
  const message = 'SecretHash does not match for the client: abc'
  const causes = causesOf({ message, input: refresh })
  expect(causes.shown).toEqual(['likely AS1201'])
  expect(causes.excluded).toEqual(expect.arrayContaining(['AS1203', 'AS1206']))
})

it('a hash that is called wrong and was sent is wrong', () => {
  const input = passwordFlow({ SECRET_HASH: '‹secret hash 1a2b›' })
  expect(causesOf({ message: wrong, input })).toMatchObject({
    shown: ['possible AS1203'],
    excluded: [],
  })
})

it('a hash that a log may have left out is not called missing', () => {
  for (const without of ['request body', 'request members'] as const) {
    const causes = causesOf({ message: wrong, input: { ClientId: 'abc' }, without })
    expect(causes.shown).toEqual(['possible AS1203'])
  }
  const named = 'Client abc is configured with secret but SECRET_HASH was not received'
  const causes = causesOf({
    message: named,
    input: { ClientId: 'abc' },
    without: 'request members',
  })
  expect(causes).toEqual({ shown: ['proved AS1201'], members: ['message'], excluded: [] })
})

it.each([
  ['SetUserMFAPreference', 'User has not verified software token mfa', 'AS2208'],
  ['UpdateUserAttributes', 'user.custom:tenant: Attribute cannot be updated.', 'AS2207'],
])('%s: “%s” has a cause of its own', (operation, message, code) => {
  const error = 'InvalidParameterException'
  expect(causesOf({ error, message, operation, input: {} }).shown).toEqual([`proved ${code}`])
})
