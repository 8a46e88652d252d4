// The code that exports write for a call that an SDK signs needlessly runs without AWS credentials.
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationRequest } from '#engine/catalogue/operation-request.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportTrace } from './export-trace.ts'

const run = promisify(execFile)
const has = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0
const clientSecret = 'canarycanarycanarycanary'
const client = { userPoolId: 'us-east-1_Machines1', clientId: 'machine' }

// Within the project, so that a module finds its packages.
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.authscope-token-'))
let under: RunsUnderTest
let stored: StoredRun
beforeAll(async () => {
  under = await startRunsUnderTest({
    pools: [
      {
        id: client.userPoolId,
        clients: [
          {
            name: 'machine',
            id: client.clientId,
            secret: clientSecret,
            explicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'],
            allowedScopes: ['api/read'],
          },
        ],
        users: [],
      },
    ],
  })
  const operation = accountOperations.get('GetClientToken')
  if (!operation) throw new Error('no such operation')
  const withSecret = { ...client, clientSecret: Secret.of('client secret', clientSecret) }
  const { endpoint } = under.pool.describe()
  const { answer, runId } = under.runs.begin(
    {
      profileId: 'p',
      client: withSecret,
      target: {
        ...client,
        profileName: 'Practice',
        region: 'us-east-1',
        endpoint,
        practice: true,
      },
      region: 'us-east-1',
      endpoint,
      input: { flow: 'GetClientToken', parameters: {} },
      known: {},
      automatic: {},
      timeoutMs: 15_000,
    },
    operationRequest(operation, withSecret, { inputs: { Scopes: 'api/read' } }),
  )
  expect(await answer).toMatchObject({ kind: 'accepted' })
  stored = await under.runs.stored(runId)
})
afterAll(async () => {
  await under.close()
  rmSync(folder, { recursive: true })
})

const withoutCredentials = () => ({
  PATH: process.env['PATH'],
  HOME: folder,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  COGNITO_ENDPOINT: under.pool.endpoint,
  COGNITO_SECRET: clientSecret,
})

describe.each([
  { format: 'javascript', file: 'token.mjs', command: process.execPath, isInstalled: true },
  {
    format: 'curl',
    file: 'token.sh',
    command: 'sh',
    isInstalled: has('curl', '--version') && has('jq', '--version'),
  },
] as const)('$format', ({ command, file, format, isInstalled }) => {
  test.skipIf(!isInstalled)('gets a token for the app client without AWS credentials', async () => {
    const code = exportTrace(stored, { format, redacted: true })
    expect(code).not.toContain(clientSecret)
    const path = join(folder, file)
    writeFileSync(path, code)
    const { stdout } = await run(command, [path], { env: withoutCredentials() })
    expect(JSON.parse(stdout)).toHaveProperty('ClientAuthenticationResult.AccessToken')
  })
})

test.each(['kotlin', 'rust', 'swift'] as const)(
  '%s says that the SDK signs the call needlessly',
  (format) => {
    expect(exportTrace(stored, { format, redacted: true })).toMatch(
      /Cognito takes GetClientToken without a signature/,
    )
  },
)

test('no code of a sign-in speaks of needless signatures', () => {
  const sentOtherwise = stored.events.map((event) =>
    event.type === 'sent' ? { ...event, operation: 'RevokeToken' } : event,
  )
  for (const format of ['javascript', 'kotlin', 'rust', 'swift'] as const)
    expect(
      exportTrace({ ...stored, events: sentOtherwise }, { format, redacted: true }),
    ).not.toMatch(/sign(s|ature|ing)/)
})
