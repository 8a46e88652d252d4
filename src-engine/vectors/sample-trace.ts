import { Secret, type SecretKind } from '../secret/secret.ts'
import type { Attempt, Trace, TraceEvent } from '../trace/event.ts'
import { openBody } from '../redaction/open-body.ts'
import { MarkRegistry } from '../trace/mark-registry.ts'

/** The secrets of the sample, each distinctive enough to be found wherever it leaks. */
export const sampleSecrets = {
  password: 'Hunter2-canary!',
  session: `AYAB${'canarySession0123456789'.repeat(6)}`,
  code: '918273',
  refreshToken: `eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.canaryKey.canaryIv.canaryText.canaryTag`,
  accessToken:
    'eyJraWQiOiJrMSIsImFsZyI6IlJTMjU2In0.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5U2lnbmF0dXJlQ2FuYXJ5',
} as const

/** The personal values of the sample. */
export const samplePerson = {
  username: 'ana.canary@example.com',
  sub: '1f6c1c2e-0000-4000-8000-canary000001',
  phone: '+4915100000042',
  address: '203.0.113.77',
  team: 'Räder “Süd”',
} as const

const start = Date.UTC(2026, 0, 31, 12, 0, 0)

const kinds: Readonly<Record<keyof typeof sampleSecrets, SecretKind>> = {
  password: 'password',
  session: 'session',
  code: 'code',
  refreshToken: 'refresh token',
  accessToken: 'access token',
}

/**
 * A sign-in by password with a wrong and a right text-message code, as the main process records
 * one; for tests.
 */
export function sampleTrace(): { readonly trace: Trace; readonly marks: MarkRegistry } {
  const marks = new MarkRegistry(new Uint8Array(16).fill(7))
  const markOf = (name: keyof typeof sampleSecrets) =>
    marks.mark(Secret.of(kinds[name], sampleSecrets[name]))
  const session = markOf('session')
  const access = markOf('accessToken')
  markOf('password')
  markOf('code')
  const refresh = markOf('refreshToken')
  const prompted = { ...pending, session }
  const events: TraceEvent[] = [
    started,
    ...passwordCall(marks, session),
    { ...prompted, at: start + 1100, step: 2, again: false },
    ...wrongCodeCall(marks, session),
    { ...prompted, at: start + 9200, step: 3, again: true },
    ...rightCodeCall(marks, { session, access, refresh }),
    { type: 'ended', at: start + 12_400, outcome: 'tokens' },
  ]
  return { trace: { events, secrets: marks.list() }, marks }
}

const { address, phone, sub, team, username } = samplePerson

const challenge = {
  ChallengeName: 'SMS_MFA',
  Session: sampleSecrets.session,
  ChallengeParameters: {
    USER_ID_FOR_SRP: sub,
    CODE_DELIVERY_DESTINATION: '+********0042',
    userAttributes: JSON.stringify({
      email: username,
      phone_number: phone,
      email_verified: 'true',
      'custom:team': team,
    }),
  },
}
const answer = {
  ClientId: '1example23456789',
  ChallengeName: 'SMS_MFA',
  Session: sampleSecrets.session,
  ChallengeResponses: { USERNAME: sub, SMS_MFA_CODE: sampleSecrets.code },
}

const pending = {
  type: 'prompted',
  challenge: 'SMS_MFA',
  username: sub,
  parameters: challenge.ChallengeParameters,
  sessionAt: start + 1100,
} as const

const sent = { type: 'sent', operation: 'RespondToAuthChallenge', challenge: 'SMS_MFA' } as const

const started: TraceEvent = {
  type: 'started',
  at: start,
  version: 3,
  traceId: 'trace-1',
  application: 'Authscope 0.1.0',
  flow: 'USER_PASSWORD_AUTH',
  username,
  target: {
    profileName: 'Staging',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_AbCdEf123',
    clientId: '1example23456789',
    endpoint: 'https://cognito-idp.eu-west-1.amazonaws.com',
    practice: false,
  },
}

function passwordCall(marks: MarkRegistry, session: string): TraceEvent[] {
  return [
    { type: 'sent', at: start + 900, step: 1, operation: 'InitiateAuth', by: 'person' },
    {
      type: 'attempted',
      at: start + 1100,
      step: 1,
      attempt: sampleAttempt(
        marks,
        1,
        {
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: '1example23456789',
          AuthParameters: { USERNAME: username, PASSWORD: sampleSecrets.password },
          ClientMetadata: { source: 'canary-metadata' },
          UserContextData: { IpAddress: address },
        },
        200,
        challenge,
      ),
    },
    {
      type: 'answered',
      at: start + 1100,
      step: 1,
      durationMs: 117.5,
      answer: {
        kind: 'challenged',
        challenge: 'SMS_MFA',
        parameters: challenge.ChallengeParameters,
        availableChallenges: [],
        session: session,
      },
    },
  ]
}

function wrongCodeCall(marks: MarkRegistry, session: string): TraceEvent[] {
  return [
    { ...sent, at: start + 9100, step: 2, by: 'person', session: session },
    {
      type: 'attempted',
      at: start + 9200,
      step: 2,
      attempt: sampleAttempt(marks, 2, answer, 400, {
        __type: 'CodeMismatchException',
        message: `Invalid code or auth state for ${username.toUpperCase()}.`,
      }),
    },
    {
      type: 'answered',
      at: start + 9200,
      step: 2,
      durationMs: 100,
      answer: {
        kind: 'refused',
        error: 'CodeMismatchException',
        message: `Invalid code or auth state for ${username.toUpperCase()}.`,
        status: 400,
      },
    },
  ]
}

function rightCodeCall(
  marks: MarkRegistry,
  mark: Readonly<Record<'session' | 'access' | 'refresh', string>>,
): TraceEvent[] {
  return [
    {
      type: 'computed',
      at: start + 9300,
      step: 3,
      what: 'proof',
      durationMs: 3,
      values: [{ name: 'user', value: sub, note: 'USER_ID_FOR_SRP' }],
    },
    { ...sent, at: start + 12_200, step: 3, by: 'automatic', session: mark.session },
    {
      type: 'attempted',
      at: start + 12_300,
      step: 3,
      attempt: withoutResponse(
        sampleAttempt(marks, 3, answer, 0, '', {
          url: `https://cognito-idp.eu-west-1.amazonaws.com/?u=${encodeURIComponent(username)}`,
          phases: {},
          failure: { code: 'ECONNRESET', message: 'read ECONNRESET' },
        }),
      ),
    },
    {
      type: 'attempted',
      at: start + 12_400,
      step: 3,
      attempt: sampleAttempt(marks, 4, answer, 200, {
        AuthenticationResult: {
          AccessToken: sampleSecrets.accessToken,
          RefreshToken: sampleSecrets.refreshToken,
          ExpiresIn: 3600,
        },
        ChallengeParameters: {},
      }),
    },
    {
      type: 'answered',
      at: start + 12_400,
      step: 3,
      durationMs: 200,
      answer: {
        kind: 'tokens',
        expiresIn: 3600,
        newDevice: false,
        tokens: [
          {
            use: 'access',
            mark: mark.access,
            header: { kid: 'k1', alg: 'RS256' },
            claims: {
              sub,
              username: sub,
              scope: 'aws.cognito.signin.user.admin',
              exp: start / 1000 + 3600,
              'custom:team': team,
              identities: [{ userId: 'canary-federated-7', primary: 'true' }],
            },
          },
          { use: 'refresh', mark: mark.refresh },
        ],
      },
    },
  ]
}

function sampleAttempt(
  marks: MarkRegistry,
  number: number,
  request: object,
  status: number,
  response: object | string,
  more: Partial<Attempt> = {},
): Attempt {
  const body = typeof response === 'string' ? response : JSON.stringify(response)
  return {
    number,
    at: start + number * 1000,
    method: 'POST',
    url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    requestHeaders: [
      ['content-type', 'application/x-amz-json-1.1'],
      ['authorization', 'Basic cHJveHk6Y2FuYXJ5'],
    ],
    requestBody: openBody(JSON.stringify(request), marks),
    requestSize: JSON.stringify(request).length,
    phases: { dns: 4, connect: 10, tls: 20, send: 1, wait: 80.5, receive: 2 },
    connection: { reused: number > 1, remoteAddress: '198.51.100.5:443' },
    response: {
      status,
      statusText: status === 200 ? 'OK' : 'Bad Request',
      httpVersion: '1.1',
      headers: [
        ['Content-Type', 'application/x-amz-json-1.1'],
        ['x-amzn-RequestId', '6c7854c7-c76b-4782-912a-c58d74970adf'],
      ],
      body: openBody(body, marks),
      size: body.length,
      requestId: '6c7854c7-c76b-4782-912a-c58d74970adf',
      clockAhead: 120,
    },
    ...more,
  }
}

function withoutResponse({ response: _none, ...attempt }: Attempt): Attempt {
  return attempt
}
