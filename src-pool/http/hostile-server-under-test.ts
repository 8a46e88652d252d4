import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One way in which a server answers that is not Cognito, or not in its right mind. */
export interface HostileAnswer {
  readonly name: string
  readonly answer: (response: ServerResponse) => void
  /** True where the call's time limit ends it. */
  readonly slow?: true
}

const json = 'application/x-amz-json-1.1'

const whole =
  (body: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': json, ...headers })
    response.end(body)
  }

const challenge = (name: string, parameters: object = {}, more: object = {}) =>
  JSON.stringify({
    ChallengeName: name,
    Session: `session-${'x'.repeat(40)}`,
    ChallengeParameters: parameters,
    ...more,
  })

const megabytes = (count: number, text: string) =>
  text.repeat(Math.ceil((count * 1024 * 1024) / text.length))

const prototypeNames =
  '__proto__ constructor toString valueOf hasOwnProperty __defineGetter__ then prototype toJSON length isPrototypeOf propertyIsEnumerable'.split(
    ' ',
  )

const sizes: readonly HostileAnswer[] = [
  { name: '7 MB of HTML', answer: whole(megabytes(7, '<p>ab@c "d" \\n</p>\n')) },
  { name: '7 MB of one word', answer: whole(megabytes(7, 'a')) },
  { name: '7 MB of quotation marks', answer: whole(megabytes(7, '"')) },
  { name: '7 MB message', answer: refused('NotAuthorizedException', megabytes(7, 'x+y@z ')) },
  { name: '7 MB session', answer: whole(challenge('SMS_MFA', {}, { Session: megabytes(7, 's') })) },
  {
    name: '7 MB parameter',
    answer: whole(challenge('CUSTOM_CHALLENGE', { a: megabytes(7, 'p') })),
  },
  { name: '9 MB, over the limit', answer: whole(megabytes(9, 'a')) },
  {
    name: '100,000 parameters',
    answer: whole(
      challenge(
        'CUSTOM_CHALLENGE',
        Object.fromEntries(
          Array.from({ length: 100_000 }, (_, index) => [`k${String(index)}`, 'v']),
        ),
      ),
    ),
  },
  {
    name: '200,000 available challenges',
    answer: whole(
      challenge('SELECT_CHALLENGE', {}, { AvailableChallenges: Array(200_000).fill('A') }),
    ),
  },
]

const depths: readonly HostileAnswer[] = [50, 99, 101, 2_000, 200_000].flatMap((depth) => [
  { name: `${String(depth)} lists deep`, answer: whole('['.repeat(depth) + ']'.repeat(depth)) },
  {
    name: `${String(depth)} objects deep in a challenge`,
    answer: whole(
      challenge('CUSTOM_CHALLENGE').replace(
        '"ChallengeParameters":{}',
        `"ChallengeParameters":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
      ),
    ),
  },
  {
    name: `${String(depth)} lists deep in a text`,
    answer: whole(challenge('NEW_PASSWORD_REQUIRED', { userAttributes: '['.repeat(depth) })),
  },
])

const values = [null, true, 0, -1e308, '', [], {}, [[]], '\u0000', '\ud800', 'x'.repeat(300)]

const types: readonly HostileAnswer[] = values.flatMap((value) => [
  { name: `the whole is ${label(value)}`, answer: whole(JSON.stringify(value)) },
  {
    name: `ChallengeName is ${label(value)}`,
    answer: whole(JSON.stringify({ ChallengeName: value, Session: value })),
  },
  {
    name: `ChallengeParameters is ${label(value)}`,
    answer: whole(JSON.stringify({ ChallengeName: 'SMS_MFA', ChallengeParameters: value })),
  },
  {
    name: `a parameter is ${label(value)}`,
    answer: whole(
      challenge('PASSWORD_VERIFIER', { SRP_B: value, SALT: value, SECRET_BLOCK: value }),
    ),
  },
  {
    name: `AuthenticationResult is ${label(value)}`,
    answer: whole(JSON.stringify({ AuthenticationResult: value })),
  },
  {
    name: `a token is ${label(value)}`,
    answer: whole(JSON.stringify({ AuthenticationResult: { IdToken: value, AccessToken: value } })),
  },
  {
    name: `an error’s name is ${label(value)}`,
    answer: whole(JSON.stringify({ __type: value }), 400),
  },
])

const names: readonly HostileAnswer[] = [
  ...prototypeNames.flatMap((name) => [
    { name: `a challenge called ${name}`, answer: whole(challenge(name)) },
    { name: `a parameter called ${name}`, answer: whole(challengeWith(name)) },
    { name: `an error called ${name}`, answer: refused(name, 'no') },
    {
      name: `a claim called ${name}`,
      answer: whole(
        JSON.stringify({ AuthenticationResult: { AccessToken: tokenOf(`{"${name}":"x"}`) } }),
      ),
    },
  ]),
  ...[
    '\u001b[2J\u001b[31mred',
    '\u202egnp.exe',
    '\u0007\u0008\u009b31m',
    'a\nb\r\nc',
    '<b>&"\'',
  ].flatMap((text) => [
    { name: `a challenge called ${label(text)}`, answer: whole(challenge(text)) },
    { name: `a message of ${label(text)}`, answer: refused('NotAuthorizedException', text) },
    {
      name: `a parameter of ${label(text)}`,
      answer: whole(challenge('SMS_MFA', { [text]: text })),
    },
    { name: `an error called ${label(text)}`, answer: refused(text, text) },
  ]),
]

const encodings: readonly HostileAnswer[] = [
  { name: 'UTF-16', answer: whole(Buffer.from(challenge('SMS_MFA'), 'utf16le')) },
  { name: 'a byte-order mark', answer: whole(`\uFEFF${challenge('SMS_MFA')}`) },
  { name: 'broken UTF-8', answer: whole(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22])) },
  { name: 'zero bytes', answer: whole(Buffer.alloc(4096)) },
  { name: 'gzip that is none', answer: whole('{}', 200, { 'content-encoding': 'gzip' }) },
  { name: 'a text instead of JSON', answer: whole('ok', 200, { 'content-type': 'text/plain' }) },
  { name: 'JSON with a comma too many', answer: whole('{"ChallengeName":"SMS_MFA",}') },
  { name: 'two documents', answer: whole('{}{}') },
  { name: 'an empty body', answer: whole('') },
  { name: 'spaces', answer: whole(' '.repeat(100_000)) },
  ...[204, 206, 301, 302, 304, 401, 403, 407, 413, 418, 451, 499].map((status) => ({
    name: `status ${String(status)}`,
    answer: whole(status === 204 || status === 304 ? '' : '{"a":1}', status, { location: '/x' }),
  })),
  ...[1, 40].map((count) => ({
    name: `${String(count)} kB in a header`,
    answer: (response: ServerResponse) => {
      response.setHeader('x-long', 'h'.repeat(count * 1024))
      whole(challenge('SMS_MFA'))(response)
    },
  })),
]

const cuts: readonly HostileAnswer[] = [
  { name: 'a cut before the head', answer: (response) => response.destroy() },
  ...[0, 1, 10, 30].map((sent) => ({
    name: `a cut after ${String(sent)} bytes`,
    answer: (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': json, 'content-length': '1000' })
      response.write(challenge('SMS_MFA').slice(0, sent), () => response.destroy())
    },
  })),
  {
    name: 'fewer bytes than announced',
    slow: true,
    answer: (response) => {
      response.writeHead(200, { 'content-type': json, 'content-length': '1000' })
      response.write('{}')
    },
  },
  {
    name: 'a byte every 100 ms',
    slow: true,
    answer: (response) => {
      response.writeHead(200, { 'content-type': json })
      const drip = setInterval(() => response.write(' '), 100)
      response.on('close', () => {
        clearInterval(drip)
      })
    },
  },
  { name: 'no answer', slow: true, answer: () => undefined },
  {
    name: 'an endless body',
    answer: (response) => {
      response.writeHead(200, { 'content-type': json })
      const block = 'z'.repeat(64 * 1024)
      const more = () => {
        while (!response.destroyed && response.write(block));
      }
      response.on('drain', more)
      more()
    },
  },
]

/** All of them, each with a name that says what is wrong. */
export const hostileAnswers: readonly HostileAnswer[] = [
  ...sizes,
  ...depths,
  ...types,
  ...names,
  ...encodings,
  ...cuts,
]

/** All of them, or for an ordinary run some of each kind, none of which is slow. */
export const chosenHostileAnswers = (all: boolean): readonly HostileAnswer[] =>
  hostileAnswers.filter(
    ({ name, slow }, index) =>
      all || (!slow && (index % 6 === 0 || /__proto__|7 MB of HTML/.test(name))),
  )

function refused(type: string, message: string) {
  return whole(JSON.stringify({ __type: type, message }), 400)
}

/** A parameter of any name, `__proto__` too, which an object literal would not keep. */
function challengeWith(name: string): string {
  return challenge('CUSTOM_CHALLENGE').replace('{}', `{${JSON.stringify(name)}:"x"}`)
}

function tokenOf(claims: string): string {
  const part = (text: string) => Buffer.from(text).toString('base64url')
  return `${part('{"alg":"RS256"}')}.${part(claims)}.${part('signature')}`
}

function label(value: unknown): string {
  return JSON.stringify(value).slice(0, 20)
}

/** A server on loopback that gives one of these answers, and counts the calls. */
export async function startHostileServer() {
  let current: HostileAnswer | undefined
  let calls = 0
  const server = createServer((request, response) => {
    calls += 1
    request.resume()
    response.on('error', () => undefined)
    current?.answer(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    calls: () => calls,
    answerWith: (answer: HostileAnswer) => {
      current = answer
      calls = 0
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => {
          closed()
        })
        server.closeAllConnections()
      }),
  }
}
