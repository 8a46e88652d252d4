// The same failed sign-in performed here, watched, and recorded by tools: Chromium and the AWS CLI.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { createSecretHash } from 'cognito-srp-helper'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCommandLine } from '#main/cli/run-command-line.ts'
import { watchPractice, type WatchUnderTest } from '#main/watch/watch-under-test.ts'
import { clientOf, userOf } from '#pool/foreign-clients/practice-place.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'

const executablePath = '/usr/bin/chromium'
const hasBrowser = existsSync(executablePath)
const hasCli = spawnSync('aws', ['--version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'authscope-tools-'))
let server: PracticeServer
let watch: WatchUnderTest
let browser: Browser | undefined

beforeAll(async () => {
  server = await startPracticeServer()
  watch = await watchPractice(server)
  if (hasBrowser) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await watch.stop()
  await server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  server.reset()
  watch.forget()
})

/** A sign-in by password as an application is set up for it. */
interface SetUp {
  readonly client: string
  readonly password: () => string
  readonly secret?: (right: string) => string
}

const right = () => userOf(server, 'alice').password
const failures: readonly (readonly [string, SetUp])[] = [
  ['a wrong password', { client: 'web-public', password: () => 'Not-The-Password-1!' }],
  ['a password with a space after it', { client: 'web-public', password: () => `${right()} ` }],
  ['a flow that is off', { client: 'srp-only', password: right }],
  ['no client secret', { client: 'server-secret', password: right }],
  [
    'another client secret',
    { client: 'server-secret', password: right, secret: (text) => text.toUpperCase() },
  ],
  [
    'a line end after the client secret',
    { client: 'server-secret', password: right, secret: (text) => `${text}\n` },
  ],
]

function inputOf({ client, password, secret }: SetUp) {
  const { clientId, clientSecret = '' } = clientOf(server, client)
  return {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: {
      USERNAME: 'alice',
      PASSWORD: password(),
      ...(secret && { SECRET_HASH: createSecretHash('alice', clientId, secret(clientSecret)) }),
    },
  }
}

/** What a command printed; it knows the password and the client secret of the set-up. */
async function printed(args: readonly string[], { client, password, secret }: SetUp) {
  let out = ''
  let errors = ''
  const { clientSecret = '' } = clientOf(server, client)
  await runCommandLine([...args, ...(secret ? ['--client-secret-env', 'SECRET'] : [])], {
    version: '0.0.0',
    environment: { PASSWORD: password(), SECRET: secret?.(clientSecret) },
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: new AbortController().signal,
  })
  expect(errors).toBe('')
  return out
}

const shown = (causes: readonly DiagnosedCause[]) =>
  causes.filter(({ verdict }) => verdict !== 'excluded').map(({ code }) => code)

async function performed(one: SetUp) {
  const { userPoolId } = server.describe()
  const place = ['--endpoint', server.endpoint, '--user-pool-id', userPoolId]
  const who = ['--client-id', clientOf(server, one.client).clientId, '--username', 'alice']
  const how = ['--flow', 'USER_PASSWORD_AUTH', '--password-env', 'PASSWORD', '--json']
  const out = await printed(['sign-in', ...place, ...who, ...how], one)
  return shown((JSON.parse(out) as { diagnosis: readonly DiagnosedCause[] }).diagnosis)
}

async function ofFile(path: string, one: SetUp) {
  const out = await printed(['diagnose', path, '--format', 'json'], one)
  const { traces } = JSON.parse(out) as {
    traces: readonly { readonly diagnosis: readonly DiagnosedCause[] }[]
  }
  expect(traces).toHaveLength(1)
  return shown(traces[0]?.diagnosis ?? [])
}

/** The log that `aws --debug` writes while it signs in through the watch. */
async function cliLog(one: SetUp): Promise<string> {
  const path = join(folder, 'aws.log')
  const input = JSON.stringify(inputOf(one))
  const redirect = 'exec aws --debug cognito-idp initiate-auth --cli-input-json "$1" 2> "$2"'
  const child = spawn('sh', ['-c', redirect, 'sh', input, path], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_REGION: server.region,
      AWS_DEFAULT_REGION: server.region,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: watch.url,
    },
    stdio: 'ignore',
  })
  await new Promise((resolve) => child.once('close', resolve))
  return path
}

type HarContent = 'attach' | 'embed' | 'omit'

/** What Chromium records while a page signs in. */
async function browserHar(
  one: SetUp,
  content: HarContent = 'embed',
  ending = 'har',
): Promise<string> {
  const path = join(folder, `page-${content}.${ending}`)
  const context = await browser!.newContext({ recordHar: { path, content } })
  const page = await context.newPage()
  await page.goto(`${server.endpoint}/`)
  await page.evaluate(
    (body) =>
      fetch('/', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
        },
        body,
      }).then((answer) => answer.text()),
    JSON.stringify(inputOf(one)),
  )
  await context.close()
  return path
}

describe.each(failures)('%s', (_, one) => {
  test.runIf(hasBrowser)('has the same causes performed and in a HAR of Chromium', async () => {
    const expected = await performed(one)
    expect(expected).not.toEqual([])
    server.reset()
    expect(await ofFile(await browserHar(one), one)).toEqual(expected)
  })

  test.runIf(hasCli)(
    'has the same causes performed, watched and in a log of the AWS CLI',
    async () => {
      const expected = await performed(one)
      server.reset()
      // Shorthand changes passwords, which is a cause that only the AWS CLI has.
      const causes = await ofFile(await cliLog(one), one)
      expect(causes.filter((code) => code !== 'AS1108')).toEqual(expected)
      const watched = () => watch.causes().map((cause) => cause.replace(/ .*/, ''))
      await expect.poll(watched).toEqual([expected[0]])
    },
  )
})

describe.runIf(hasBrowser)('a recording of Playwright', () => {
  const one: SetUp = { client: 'web-public', password: right }
  const opened = async (path: string) =>
    JSON.parse(await printed(['open', path, '--json'], one)) as {
      readonly file: string
      readonly incompleteCalls: number
      readonly signIns: readonly { readonly outcome: string; readonly username: string }[]
    }

  test('with attached bodies is a zip that opens whole', async () => {
    const path = await browserHar(one, 'attach', 'zip')
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect(await opened(path)).toMatchObject({
      incompleteCalls: 0,
      signIns: [{ outcome: 'tokens', username: 'alice' }],
    })
  })

  test('without bodies says that they were not captured', async () => {
    const path = await browserHar(one, 'omit')
    expect(await opened(path)).toMatchObject({
      incompleteCalls: 1,
      signIns: [{ outcome: 'incomplete', username: '' }],
    })
  })
})
