// What nobody declared: parameters of custom challenges, texts of triggers, unknown members.
import { expect, test } from 'vitest'
import type { OpenAnswer, TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { exportContents } from './export-contents.ts'
import { harFormat } from './formats/har-format.ts'
import { jsonFormat } from './formats/json-format.ts'
import { toHar } from './har.ts'
import { redactTrace } from './redact.ts'
import type { RedactionChoiceId } from './redaction-choices.ts'
import { standardRedaction } from './redaction-profile.ts'
import { scanForLeaks } from './scan-for-leaks.ts'
import { toTraceJson } from './trace-json.ts'

const { trace } = sampleTrace()
const salt = new Uint8Array(16).fill(9)
const [started] = trace.events
const attempted = trace.events.find((event) => event.type === 'attempted')!

/** A trace of one call: this body went out, this answer came. */
function oneCall(request: object, response: object | string, answer: OpenAnswer) {
  const body = typeof response === 'string' ? response : JSON.stringify(response)
  const events: TraceEvent[] = [
    started!,
    {
      ...attempted,
      attempt: {
        ...attempted.attempt,
        requestBody: JSON.stringify(request),
        response: {
          ...attempted.attempt.response!,
          headers: [['x-internal-user', 'Zoë Q. Smith']],
          body,
        },
      },
    },
    { type: 'answered', at: 2, step: 1, durationMs: 1, answer },
    {
      type: 'ended',
      at: 3,
      outcome: 'refused',
      ...(answer.kind === 'refused' && { message: answer.message }),
    },
  ]
  return { events, secrets: trace.secrets }
}

const files = (of: typeof trace, replaced?: readonly RedactionChoiceId[]) => {
  const redacted = redactTrace(of, salt, replaced && { ...standardRedaction, replaced })
  return [toTraceJson(redacted), toHar(redacted)]
}

const parameters = {
  question: 'A code went to +49 151 9876543',
  maskedName: 'Zoë Q. Smith',
  street: 'Larchwood 7, 12345 Northwick',
  oneTimeToken: 'f3b1c9d7-one-time',
  CODE_DELIVERY_DESTINATION: 'zoe@example.org',
  SALT: 'Northwick 7',
  MFAS_CAN_CHOOSE: '["SMS_MFA"]',
}

test('parameters of a custom challenge are marks, whatever their names', () => {
  const challenged = oneCall(
    { AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'zoe' } },
    { ChallengeName: 'CUSTOM_CHALLENGE', ChallengeParameters: parameters },
    {
      kind: 'challenged',
      challenge: 'CUSTOM_CHALLENGE',
      parameters,
      availableChallenges: [],
    },
  )
  for (const file of files(challenged)) {
    expect(file).not.toMatch(/9876543|Smith|Larchwood|Northwick|one-time|zoe@/)
    expect(file).toContain('SMS_MFA')
  }
})

test('what a trigger said is a mark, and which trigger it was stays', () => {
  const message = 'PreSignUp failed with error Zoë Q. Smith, Larchwood 7, may not sign up.'
  const refused = oneCall(
    { AuthFlow: 'USER_PASSWORD_AUTH' },
    { __type: 'UserLambdaValidationException', message },
    { kind: 'refused', error: 'UserLambdaValidationException', status: 400, message },
  )
  for (const file of files(refused)) {
    expect(file).not.toMatch(/Smith|Larchwood/)
    expect(file).toMatch(/PreSignUp failed with error ‹text [0-9a-f]+›/)
  }
})

test.each([
  ['an email address', 'zoe.smith@example.org'],
  ['a phone number', '+49 (151) 987-6543'],
  ['a token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ6b2UifQ.c2lnbmF0dXJlLW9mLXpvZQ'],
  ['a long random text', 'aZ3bY9cX1dW7eV5fU2gT8hS4'],
])('%s in the text of a refusal is a mark', (_, value) => {
  const message = `Cannot take ${value} here`
  const refused = oneCall(
    {},
    { __type: 'InvalidParameterException', message },
    { kind: 'refused', error: 'InvalidParameterException', status: 400, message },
  )
  for (const file of files(refused)) {
    expect(file).not.toContain(value)
    expect(file).toContain('Cannot take ‹')
  }
})

test('values of the request that nobody asked a form for are marks', () => {
  const sent = {
    AnalyticsMetadata: { AnalyticsEndpointId: 'endpoint-of-zoe' },
    AuthParameters: { TENANT: 'ACME', 'x-y': 'Northwick' },
    ContextData: {
      ServerName: 'host-of-zoe.internal',
      ServerPath: '/login/zoe',
      HttpHeaders: [{ headerName: 'x-corp', headerValue: 'Larchwood' }],
    },
    Tomorrow: { SomethingNew: 'Zoë Q. Smith' },
  }
  for (const file of files(oneCall(sent, {}, { kind: 'accepted', values: { New: 'Northwick' } }))) {
    expect(file).not.toMatch(/of-zoe|ACME|Northwick|Larchwood|login|Smith/)
    expect(file).toContain('x-corp')
  }
})

test('an HTML page in place of an answer is searched for addresses and numbers', () => {
  const page = '<p>zoe@example.org, call +49 151 9876543</p>'
  const unreadable = oneCall({}, page, {
    kind: 'unreadable',
    reason: 'html',
    status: 502,
    detail: 'an HTML page',
  })
  for (const file of files(unreadable)) {
    expect(file).not.toMatch(/zoe@|9876543/)
    expect(file).toContain('<p>')
  }
})

test.each([harFormat, jsonFormat])(
  'the contents of $title name the texts that stay but for what was found in them',
  (format) => {
    const contents = (response: object | string, answer: OpenAnswer) =>
      exportContents(oneCall({}, response, answer), true, format)
    const message = 'Username zoe may not sign in.'
    const status = 400
    expect(
      contents({ message }, { kind: 'refused', error: 'NotAuthorizedException', status, message }),
    ).toContainEqual({ what: 'error messages, searched for personal values', count: 1 })
    expect(
      contents('<p>', { kind: 'unreadable', reason: 'html', status, detail: 'an HTML page' }),
    ).toContainEqual({
      what: 'responses that are not from Cognito, searched for personal values',
      count: 1,
    })
    const masked = { CODE_DELIVERY_DESTINATION: '+*******0123' }
    expect(
      contents(
        { ChallengeName: 'SMS_MFA', ChallengeParameters: masked },
        {
          kind: 'challenged',
          challenge: 'SMS_MFA',
          parameters: masked,
          availableChallenges: [],
        },
      ),
    ).toContainEqual({ what: 'code destinations, masked by the pool', count: 1 })
  },
)

test('a redacted trace says nothing of the lengths of secrets', () => {
  expect(redactTrace(trace, salt).secrets.map(({ length }) => length)).toEqual(
    trace.secrets.map(() => 0),
  )
})

const claims = {
  'cognito:groups': ['acme-admins'],
  'custom:team': 'blue',
  jti: 'jti-1234',
  event_id: 'e-1',
}
const signedIn = oneCall(
  {},
  {},
  {
    kind: 'tokens',
    tokens: [{ use: 'id', mark: '‹id token 1a2b›', claims }],
    newDevice: false,
  },
)

test.each<[readonly RedactionChoiceId[], readonly string[], readonly string[]]>([
  [['groups'], ['acme-admins'], ['jti-1234', 'custom:team']],
  [['token-ids'], ['jti-1234'], ['acme-admins', 'custom:team']],
  [['claim-names'], ['custom:team'], ['acme-admins', 'jti-1234']],
  [[], [], ['acme-admins', 'jti-1234', 'custom:team']],
])('%j become marks as chosen, and the contents name what stays', (replaced, gone, kept) => {
  for (const file of files(signedIn, replaced).slice(0, 1)) {
    for (const value of gone) expect(file).not.toContain(value)
    for (const value of kept) expect(file).toContain(value)
    expect(file).not.toContain('blue')
  }
  const contents = exportContents(signedIn, true, jsonFormat, { ...standardRedaction, replaced })
  expect(contents.filter(({ what }) => what.includes('readable'))).toHaveLength(3 - replaced.length)
})

test('settings of an app client and lists of sign-ins are readable where Cognito’s words stand', () => {
  const answer = {
    UserPoolClient: {
      AnalyticsConfiguration: { RoleArn: 'arn:aws:iam::123456789012:role/pinpoint' },
      TokenValidityUnits: { AccessToken: 'hours', IdToken: 'Northwick' },
    },
    AuthEvents: [
      { ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Larchwood' }] },
    ],
  }
  for (const file of files(oneCall({}, answer, { kind: 'accepted', values: {} }))) {
    expect(file).not.toMatch(/Northwick|Larchwood/)
    expect(file).toMatch(/role\/pinpoint[\s\S]*hours[\s\S]*Password/)
    expect(scanForLeaks(file, [])).toEqual([])
  }
})

test('a unit that is readable is no leak, and a token under the same name is', () => {
  expect(scanForLeaks('{"AccessToken":"hours"}', [])).toEqual([])
  expect(scanForLeaks('{"AccessToken":"hours of delight"}', [])).toHaveLength(1)
  expect(scanForLeaks('{"client_secret":"s3cret-of-google"}', [])).toHaveLength(1)
})
