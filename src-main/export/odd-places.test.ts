// Personal values and secrets in places that nobody declared, each with a value of its own: none may
// be in a redacted file of any format.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import { parseCommandLine } from '#main/cli/command.ts'
import { signIn } from '#main/cli/commands/sign-in.ts'
import { performSignIn } from '#main/cli/sign-in/perform.ts'
import { exportTrace } from './export-trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-odd-places-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A value that is nowhere else, and reads like a word. */
const planted = (place: string) => `Canary${place}7q`

const nested = (place: string) =>
  JSON.stringify({
    list: [{ person: planted(`${place}Inner`) }],
    again: JSON.stringify({ deeper: planted(`${place}Deeper`) }),
  })

interface Answer {
  readonly status?: number
  readonly reason?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

const jwt = (claims: object) =>
  [{ alg: 'RS256', kid: 'k1' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.')

const answers: Readonly<Record<string, Answer>> = {
  'a custom challenge with JSON in its parameters': {
    headers: {
      'x-debug-user': planted('Header'),
      'set-cookie': `sid=${planted('Cookie')}; Path=/`,
      location: `https://example.test/?user=${planted('Location')}`,
      'content-disposition': `attachment; filename="${planted('File')}"`,
    },
    body: JSON.stringify({
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session: planted('Session').repeat(3),
      ChallengeParameters: {
        state: nested('Parameter'),
        list: [planted('Array')],
        object: { person: planted('Object') },
        base64: Buffer.from(planted('Base64')).toString('base64'),
      },
      AvailableChallenges: [planted('Available')],
      Unknown: { member: planted('Unknown') },
    }),
  },
  'a challenge that nobody knows': {
    body: JSON.stringify({
      ChallengeName: 'SOMETHING_NEW',
      Session: planted('Session').repeat(3),
      ChallengeParameters: { hint: planted('Hint'), USER_ID_FOR_SRP: planted('UserId') },
    }),
  },
  'a refusal of a trigger': {
    status: 400,
    reason: planted('Reason'),
    headers: { 'x-amzn-errormessage': `failed with error ${planted('ErrorHeader')}.` },
    body: JSON.stringify({
      __type: 'UserLambdaValidationException',
      message: `PreAuthentication failed with error {"user":"${planted('Error')}","again":${JSON.stringify(nested('Error'))}}.`,
      cause: planted('Cause'),
    }),
  },
  'a refusal of a type that nobody knows': {
    status: 400,
    body: JSON.stringify({
      __type: 'com.example#StrangeException',
      Message: `No entry for ${planted('Strange')}@example.org`,
      details: [planted('Details')],
    }),
  },
  'tokens with claims of a person’s own': {
    body: JSON.stringify({
      AuthenticationResult: {
        AccessToken: jwt({ sub: planted('Sub'), username: planted('TokenName'), scope: 'openid' }),
        IdToken: jwt({
          sub: planted('Sub'),
          'custom:state': nested('Claim'),
          'custom:other': planted('ClaimValue'),
          address: { street_address: planted('Street') },
          identities: [{ userId: planted('Identity'), providerName: 'x' }],
        }),
        RefreshToken: planted('Refresh').repeat(4),
        ExpiresIn: 3600,
        TokenType: 'Bearer',
        NewDeviceMetadata: { DeviceKey: planted('Device'), DeviceGroupKey: planted('Group') },
        Another: planted('Another'),
      },
    }),
  },
}

async function performed(answer: Answer) {
  const server = createServer((request, response: ServerResponse) => {
    request.resume().on('end', () => {
      response.writeHead(answer.status ?? 200, answer.reason, {
        'content-type': 'application/x-amz-json-1.1',
        ...answer.headers,
      })
      response.end(answer.body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const options = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    region: 'eu-west-1',
    'client-id': '1example',
    flow: 'USER_PASSWORD_AUTH',
    username: planted('Name'),
    'password-env': 'P',
    metadata: `note=${nested('Metadata')}`,
  }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  try {
    const { stored } = await performSignIn(
      parseCommandLine(signIn, [...words, '--answers-stdin']),
      {
        version: '0.0.0',
        environment: { P: planted('Password') },
        write: () => undefined,
        error: () => undefined,
        readInput: () => Promise.resolve('{}'),
        colours: false,
        interrupted: new AbortController().signal,
      },
    )
    return stored
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test.each(Object.entries(answers))(
  '%s: no redacted file of any format holds what was planted',
  async (_, answer) => {
    const stored = await performed(answer)
    const found = exportFormats.flatMap(({ id }) => {
      const text = exportTrace(stored, { format: id, redacted: true })
      const decoded = [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].map(([part]) =>
        Buffer.from(part, 'base64').toString('latin1'),
      )
      const all = [text, ...decoded].join('\n')
      return [...new Set([...all.matchAll(/Canary\w+?7q/gi)].map(([value]) => `${id}: ${value}`))]
    })
    expect(found).toEqual([])
  },
)
