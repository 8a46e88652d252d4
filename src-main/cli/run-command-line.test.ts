import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import {
  startPracticeServer,
  type PracticeDescription,
  type PracticeServer,
} from '#pool/practice-server.ts'
import { commands } from './commands/commands.ts'
import { cli, type CommandLineInput } from './command-line-under-test.ts'
import { isCommandLine } from './run-command-line.ts'

vi.setConfig({ testTimeout: 20_000 })
const folder = mkdtempSync(join(tmpdir(), 'authscope-cli-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

let pool: PracticeServer
beforeAll(async () => {
  pool = await startPracticeServer({ modPow: nativeModPow })
})
afterAll(() => pool.close())

/** Signs in to one pool that all tests share, since each makes its own signing keys. */
function shared(line: string, args: CommandLineInput = {}) {
  const { clients, endpoint, userPoolId, users } = pool.describe()
  const clientId = clients['web-public']?.clientId ?? ''
  return cli(
    `sign-in --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clientId} --username alice --password-env PW ${line}`.trim(),
    { ...args, environment: { PW: users[0]?.password ?? '', ...args.environment } },
  )
}

test.each([
  ['totp-user', ['PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA']],
  ['choose-mfa-user', ['PASSWORD_VERIFIER', 'SELECT_MFA_TYPE', 'SMS_MFA']],
  ['temporary-password-user', ['PASSWORD_VERIFIER', 'NEW_PASSWORD_REQUIRED']],
  ['email-user@example.com', ['PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA']],
])('the practice user %s signs in without further arguments', async (username, challenges) => {
  const { report, status } = await cli(`sign-in --practice --json --username ${username}`)
  expect(status).toBe(0)
  const { outcome, steps, target, tokens } = report()
  expect(outcome).toBe('tokens')
  expect(target?.practice).toBe(true)
  expect(steps.flatMap(({ answers }) => answers ?? [])).toEqual(challenges)
  expect(steps.every(({ status: http, phases }) => http === 200 && phases.wait !== undefined)).toBe(
    true,
  )
  expect(Object.keys(tokens ?? {})).toEqual(['id', 'access', 'refresh'])
  expect(tokens?.id?.findings.map(({ code }) => code)).toContain('signature-valid')
  expect(JSON.stringify(report())).not.toMatch(/eyJ[\w-]+\.[\w-]+\./)
})

test('colours are printed only when supported, and the practice pool is named', async () => {
  const plain = await cli('sign-in --practice --client server-secret')
  expect(plain.out).toContain('practice pool')
  expect(plain.out).not.toContain('\u001b')
  expect((await shared('', { colours: true })).out).toContain('\u001b[32m')
})

test('a challenge, a refusal and a failure have different exit statuses', async () => {
  const challenge = await shared('--json --by-hand')
  expect(challenge.status).toBe(3)
  expect(challenge.report()).toMatchObject({
    outcome: 'challenge',
    challenge: { name: 'PASSWORD_VERIFIER' },
  })
  const refused = await shared('--json', { environment: { PW: 'Some-Password-1!' } })
  expect(refused.status).toBe(4)
  expect(refused.report().steps.at(-1)?.error?.name).toBe('NotAuthorizedException')
  expect(refused.report().diagnosis[0]).toMatchObject({ step: refused.report().steps.length })
  const failed = await cli(
    'sign-in --json --endpoint http://127.0.0.1:9 --client-id c --flow USER_PASSWORD_AUTH --username u --password-env PW',
    { environment: { PW: 'x' } },
  )
  expect(failed.status).toBe(1)
  expect(failed.report()).toMatchObject({
    outcome: 'failed',
    steps: [{ status: null, attempts: 3, error: { name: 'refused' } }],
  })
})

test('a wrong code from standard input is sent once', async () => {
  const { report, status } = await cli(
    'sign-in --practice --json --username sms-user --answers-stdin',
    {
      input: '{"SMS_MFA_CODE":"000000"}',
    },
  )
  expect(status).toBe(4)
  expect(report().outcome).toBe('refused')
  expect(report().steps).toHaveLength(3)
  expect(report().steps[2]?.error?.name).toBe('CodeMismatchException')
})

test('a password on the command line is refused without being repeated', async () => {
  for (const line of [
    'sign-in --practice --password Canary-1!',
    'sign-in --practice --password=Canary-1!',
    'sign-in --practice --client-secret=Canary-1!',
  ]) {
    const { errors, status } = await cli(line)
    expect(status).toBe(2)
    expect(errors).toContain('-env VAR')
    expect(errors).not.toContain('Canary')
  }
})

test.each([
  ['', 2],
  ['nonsense', 2],
  ['sign-in', 2],
  ['sign-in --practice --nonsense', 2],
  ['sign-in --practice word', 2],
  ['sign-in --practice --timeout soon', 2],
  ['sign-in --practice --client nobody', 2],
  ['sign-in --practice --region eu-west-1', 2],
  ['sign-in --client-id c --region eu-west-1 --username u --password-env NOT_SET', 2],
  ['sign-in --client-id c --user-pool-id nonsense', 2],
  ['sign-in --practice --metadata nonsense', 2],
  ['pool --port nonsense', 2],
  ['pool --config /not/there.json', 1],
  ['pool --fault bad-mood', 2],
  ['verify -', 2],
  ['verify --client-id c -', 2],
  ['--help', 0],
  ['--version', 0],
])('“%s” exits with status %i and without a stack trace', async (line, wanted) => {
  const { errors, out, status } = await cli(line, { input: '' })
  expect(status).toBe(wanted)
  expect(`${out}${errors}`).not.toMatch(/\n\s+at /)
  expect(wanted === 0 ? out : errors).toMatch(/\S/)
})

test('every command has a help text with each of its options', async () => {
  for (const command of commands) {
    const { out, status } = await cli(`${command.name} --help`)
    expect(status).toBe(0)
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
    expect(out.split('\n').filter((line) => line.length > 104)).toEqual([])
  }
})

test('the packaged application opens a window for a file, and none for a command', () => {
  expect(isCommandLine(['--no-sandbox', 'sign-in', '--practice'])).toBe(true)
  expect(isCommandLine(['--help'])).toBe(true)
  expect(isCommandLine([])).toBe(false)
  expect(isCommandLine(['--no-sandbox', '/tmp/trace.json'])).toBe(false)
})

test('a trace file contains secrets only with --unredacted, which is warned about', async () => {
  const [har, trace] = [join(folder, 'a.har'), join(folder, 'a.json')]
  const files = `--har ${har} --trace ${trace}`
  const redacted = await shared(`--flow USER_PASSWORD_AUTH ${files}`)
  expect(redacted.errors).toBe('')
  const secrets = /Practice-Password|eyJ[\w-]+\.[\w-]+\./
  for (const file of [har, trace]) {
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('‹password ')
    expect(text).not.toMatch(secrets)
  }
  const whole = await shared(`--flow USER_PASSWORD_AUTH ${files} --unredacted`)
  expect(whole.errors).toContain('passwords')
  for (const file of [har, trace]) expect(readFileSync(file, 'utf8')).toMatch(secrets)
})

test('a trace that could not be saved is refused before anything is sent', async () => {
  const path = join(folder, 'missing', 'a.har')
  const { errors, out, status } = await shared(`--flow USER_PASSWORD_AUTH --har ${path}`)
  expect([status, out]).toEqual([2, ''])
  expect(errors).toContain(`${path}: There is no such folder. Nothing was sent.`)
  const onFolder = await shared(`--flow USER_PASSWORD_AUTH --har ${folder}`)
  expect([onFolder.status, onFolder.out]).toEqual([2, ''])
  expect(onFolder.errors).toContain(`${folder}: This is a folder. Name a file in it.`)
})

test('a trace for standard output has it for itself', async () => {
  const { errors, out, status } = await shared('--flow USER_PASSWORD_AUTH --trace -')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toHaveProperty('events')
  expect(errors).toContain('InitiateAuth')
  const both = await shared('--flow USER_PASSWORD_AUTH --trace - --json')
  expect([both.status, both.out]).toEqual([2, ''])
  expect(both.errors).toContain('Only one file, or --json, can go to standard output (-).')
})

test('a file that cannot be written exits with an error', async () => {
  const { errors, status } = await shared(`--har ${join(folder, 'a'.repeat(300))}`)
  expect(status).toBe(1)
  expect(errors).toContain(folder)
})

test('a fault from the command line is enabled from the first call', async () => {
  const stop = new AbortController()
  let first = ''
  const running = cli('pool --fault throttling:operations=GetUser --fault waf-block:times=1', {
    interrupted: stop.signal,
    written: (text) => {
      first ||= text
    },
  })
  await vi.waitFor(() => {
    expect(first).toMatch(/^\{.*\}\n$/)
  })
  const { clients, endpoint, userPoolId, users } = JSON.parse(first) as PracticeDescription
  const signIn = () =>
    cli(
      `sign-in --json --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clients['web-public']?.clientId ?? ''} --username ${users[0]?.username ?? ''} --password-env PW`,
      { environment: { PW: users[0]?.password ?? '' } },
    )
  const refused = await signIn()
  expect(refused.status).toBe(4)
  expect(refused.out).toContain('Request not allowed due to WAF block.')
  expect((await signIn()).status).toBe(0)
  stop.abort()
  await running
})

test('a pool says once of an operation that it does not have it', async () => {
  const stop = new AbortController()
  let first = ''
  const running = cli('pool --port 0', {
    interrupted: stop.signal,
    written: (text) => {
      first ||= text
    },
  })
  await vi.waitFor(() => {
    expect(first).toMatch(/^\{.*\}\n$/)
  })
  const { endpoint } = JSON.parse(first) as PracticeDescription
  for (let time = 0; time < 2; time += 1)
    await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.ListIdentityProviders',
      },
      body: '{}',
    })
  stop.abort()
  expect((await running).errors).toBe(
    'ListIdentityProviders: the practice pool does not have this operation.\n',
  )
})

test('a pool matches its first line of output, and stops when interrupted', async () => {
  const stop = new AbortController()
  let first = ''
  const config = join(folder, 'pools.json')
  writeFileSync(config, '{"pools": []}')
  expect((await cli(`pool --config ${config}`)).status).toBe(1)
  const running = cli('pool --port 0', {
    interrupted: stop.signal,
    written: (text) => {
      first ||= text
    },
  })
  await vi.waitFor(() => {
    expect(first).toMatch(/^\{.*\}\n$/)
  })
  const { clients, endpoint, userPoolId, users } = JSON.parse(first) as PracticeDescription
  const [user] = users
  const signIn = `sign-in --json --reveal --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clients['server-secret']?.clientId ?? ''}`
  const { report, status } = await cli(
    `${signIn} --username ${user?.username ?? ''} --password-env PW --client-secret-env SECRET`,
    {
      environment: {
        PW: user?.password ?? '',
        SECRET: clients['server-secret']?.clientSecret ?? '',
      },
    },
  )
  expect(status).toBe(0)

  const access = report().tokens?.access?.token ?? ''
  const pool = `--endpoint ${endpoint} --user-pool-id ${userPoolId}`
  const client = clients['server-secret']?.clientId ?? ''
  const verified = await cli(`verify ${pool} --client-id ${client} --use access -`, {
    input: access,
  })
  expect(verified.status).toBe(0)
  const other = await cli(`verify ${pool} --client-id other --json -`, { input: access })
  expect(other.status).toBe(1)
  expect(JSON.parse(other.out)).toMatchObject({ valid: false, use: 'access' })
  const issuer = await cli(`verify --issuer ${endpoint}/${userPoolId} --client-id ${client} -`, {
    input: `Bearer ${access}\n`,
  })
  expect(issuer.status).toBe(0)

  const refresh = report().tokens?.refresh?.token ?? ''
  const refreshed = await cli(
    `${signIn} --flow REFRESH_TOKEN_AUTH --username ${user?.username ?? ''} --refresh-token-env RT --client-secret-env SECRET`,
    { environment: { RT: refresh, SECRET: clients['server-secret']?.clientSecret ?? '' } },
  )
  expect(Object.keys(refreshed.report().tokens ?? {})).toEqual(['id', 'access'])
  stop.abort()
  expect((await running).status).toBe(0)
})

test('an unknown challenge can be answered', async () => {
  let pending = 0
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      pending += 1
      response.end(
        pending === 1
          ? '{"ChallengeName":"NEWER_CHALLENGE","Session":"a-session-of-some-length","ChallengeParameters":{}}'
          : JSON.stringify({ __type: 'X#NotAuthorizedException', message: text }),
      )
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const { out, status } = await cli(
    `sign-in --json --endpoint http://127.0.0.1:${String(port)} --client-id c --flow NEWER_FLOW --username u --answers-stdin`,
    { input: '{"NEWER_CHALLENGE":{"NEWER_KEY":"Canary-Answer"}}' },
  )
  server.close()
  expect(pending).toBe(2)
  expect(status).toBe(4)
  expect(out).toContain('NEWER_KEY')
  expect(out).not.toContain('Canary-Answer')
  expect(out).not.toContain('a-session-of-some-length')
})

test('the operation that was probably meant is named', async () => {
  for (const typed of ['getuser', 'GetUsr'])
    expect((await cli(`call ${typed}`)).errors).toContain('Did you mean “GetUser”?')
  expect((await cli('call')).errors).toContain('call takes an operation, as in GetUser.')
})

test('help takes the name of a command', async () => {
  const { out, status } = await cli('help pool')
  expect({ out, status }).toEqual({ out: (await cli('pool --help')).out, status: 0 })
  expect(isCommandLine(['help', 'pool'])).toBe(true)
})
