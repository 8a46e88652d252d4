import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'cognito-local-'))
const password = 'Foreign-Password-1!'
let server: ChildProcess
let endpoint: string
let userPoolId = ''
let clientId = ''

beforeAll(async () => {
  const start = createRequire(import.meta.url).resolve('cognito-local/lib/bin/start.js')
  server = spawn(process.execPath, [start], {
    cwd: folder,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
  })
  endpoint = await new Promise((resolve, reject) => {
    server.stdout?.on('data', (text) => {
      const url = /running on (http:\/\/[\d.]+:\d+)/.exec(String(text))?.[1]
      if (url !== undefined) resolve(url)
    })
    server.once('exit', () => {
      reject(new Error('cognito-local did not start'))
    })
  })
  const admin = new CognitoIdentityProviderClient({
    region: 'local',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'foreign' }))
  userPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: 'foreign',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  )
  clientId = UserPoolClient?.ClientId ?? ''
  const user = { UserPoolId: userPoolId, Username: 'ada@example.com' }
  await admin.send(
    new AdminCreateUserCommand({
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    }),
  )
  await admin.send(
    new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }),
  )
  admin.destroy()
}, 30_000)

afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(secret: string, flow = 'USER_PASSWORD_AUTH') {
  let out = ''
  const inputs =
    flow === 'GetTokensFromRefreshToken'
      ? '--refresh-token-env SECRET'
      : '--username ada@example.com --password-env SECRET'
  const status = await runCommandLine(
    `sign-in --json --endpoint ${endpoint} --region local --user-pool-id ${userPoolId} --client-id ${clientId} --flow ${flow} ${inputs}`.split(
      ' ',
    ),
    {
      version: '0.0.0',
      environment: { SECRET: secret },
      write: (text) => {
        out += text
      },
      error: () => undefined,
      readInput: () => Promise.resolve(''),
      colours: false,
      interrupted: new AbortController().signal,
    },
  )
  return { status, report: JSON.parse(out) as SignInReport }
}

test('the command line signs in to a foreign server', async () => {
  const { report, status } = await signIn(password)
  expect(report.outcome).toBe('tokens')
  expect(status).toBe(0)
  expect(report.tokens?.access?.claims).toMatchObject({ client_id: clientId, token_use: 'access' })
  expect(report.tokens?.id?.findings.map(({ code }) => code)).toContain('signature-valid')
})

test('a refusal of a foreign server is understood', async () => {
  const { report, status } = await signIn('Wrong-Password-1!')
  expect(status).toBe(4)
  // Cognito itself would say NotAuthorizedException.
  expect(report.steps[0]?.error?.name).toBe('InvalidPasswordException')
})

test.each(['USER_SRP_AUTH', 'GetTokensFromRefreshToken'])(
  '%s, which this foreign server does not implement, is diagnosed as such',
  async (flow) => {
    const { report } = await signIn(password, flow)
    expect(report.diagnosis.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual([
      'AS2502 proved',
    ])
    expect(report.diagnosis[0]?.title).toBe(`The emulator does not implement ${flow}`)
  },
)
