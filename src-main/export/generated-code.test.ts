// The code that exports write, run: it signs in to the practice pool as the recorded sign-in did.
import { execFile, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportFormatId } from '#engine/export/formats/index.ts'
import { casePlayer, type CasePlayer } from '#main/runs/case-player-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import customChallenge from '#pool/conformance/cases/custom-auth-custom-challenge.case.ts'
import smsMfa from '#pool/conformance/cases/user-srp-auth-sms-mfa.case.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import { signInsToExport, variablesOf, withoutUserPool } from './sign-ins-under-test.ts'
import { newPassword, password, temporaryPassword, totpSecret } from '#pool/conformance/values.ts'
import { exportTrace } from './export-trace.ts'

const run = promisify(execFile)
const has = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0

interface Tool {
  readonly format: ExportFormatId
  readonly file: string
  readonly command: string
  /** Words of the command before the file. */
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly installed: boolean
  /** What is different here from what the code is written for. */
  readonly adapt?: (code: string) => string
  /** Takes seconds for each call: one sign-in stands for the others. */
  readonly slow?: boolean
}

/** Debian’s packages of Go: golang-go and golang-github-aws-aws-sdk-go-v2-dev. */
const goPath = '/usr/share/gocode'

const tools: readonly Tool[] = [
  {
    format: 'curl',
    file: 'chain.sh',
    command: 'sh',
    installed: has('curl', '--version') && has('jq', '--version') && has('python3', '--version'),
  },
  {
    format: 'aws-cli',
    file: 'chain-aws.sh',
    slow: true,
    command: 'sh',
    installed: has('aws', '--version') && has('jq', '--version'),
  },
  { format: 'javascript', file: 'chain.mjs', command: process.execPath, installed: true },
  {
    format: 'boto3',
    file: 'chain.py',
    command: 'python3',
    installed: has('python3', '-c', 'import boto3'),
  },
  {
    format: 'go',
    file: 'chain.go',
    command: 'go',
    words: ['run'],
    environment: { GOPATH: goPath, GO111MODULE: 'off', GOFLAGS: '-p=2' },
    installed:
      has('go', 'version') &&
      existsSync(join(goPath, 'src/github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider')),
    // The SDK that Debian packages is of 2022, before it had BaseEndpoint.
    adapt: (code) =>
      code.replace(
        'BaseEndpoint: aws.String(endpoint)',
        'EndpointResolver: cip.EndpointResolverFromURL(endpoint)',
      ),
  },
]

// Within the project, so that a module finds its packages.
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.authscope-code-'))
let under: RunsUnderTest
let player: CasePlayer
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  player = casePlayer(under)
})
afterAll(async () => {
  await under.close()
  rmSync(folder, { recursive: true })
})

interface Circumstances {
  /** Types what the code asks for. */
  readonly enter?: (child: ChildProcess) => void
  readonly environment?: Readonly<Record<string, string>>
  readonly recorded?: (run: StoredRun) => StoredRun
}

async function ran(
  tool: Tool,
  one: SignInCase,
  { enter, environment: more, recorded = (run) => run }: Circumstances = {},
) {
  const { adapt = (text: string) => text, command, environment, file, format, words = [] } = tool
  const runId = await player.play(one)
  const path = join(folder, file)
  const stored = await under.runs.stored(runId)
  const code = exportTrace(recorded(stored), { format, redacted: true })
  const started = stored.events.find((event) => event.type === 'started')
  writeFileSync(path, adapt(code))
  under.pool.reset()
  const { clientSecret } = clientOf(under.pool.describe().pools, one.client)
  const running = run(command, [...words, path], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      AWS_CONFIG_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...environment,
      COGNITO_ENDPOINT: under.pool.endpoint,
      COGNITO_USER_POOL_ID: started?.target.userPoolId,
      ...variablesOf(one, clientSecret),
      ...more,
    },
  })
  enter?.(running.child)
  const { stdout } = await running
  return { code, answer: JSON.parse(stdout) as { AuthenticationResult?: object } }
}

describe.each(tools)('$format', (tool) => {
  if (!tool.installed) {
    test.skip(`is not run: ${tool.command} or its packages are not installed here`)
    return
  }
  test.each(tool.slow ? signInsToExport.slice(1, 2) : signInsToExport)(
    'signs in again with %s',
    async (_, one) => {
      const { answer, code } = await ran(tool, one)
      expect(answer.AuthenticationResult).toHaveProperty('AccessToken')
      for (const secret of [password, temporaryPassword, newPassword, totpSecret])
        expect(code).not.toContain(secret)
    },
    60_000,
  )

  test('signs in by SRP to a user pool that the recording does not name', async () => {
    const [, one] = signInsToExport[1] ?? []
    if (!one) throw new Error('no sign-in by SRP')
    const { answer, code } = await ran(tool, one, { recorded: withoutUserPool })
    expect(code).toContain('the user pool ID, which the recording does not name')
    expect(answer.AuthenticationResult).toHaveProperty('AccessToken')
  }, 60_000)

  test('asks for a code that is sent during the sign-in', async () => {
    const enter = ({ stderr, stdin }: ChildProcess) => {
      stderr?.on('data', (text: string) => {
        if (text.includes('SMS_MFA_CODE: ')) stdin?.write(`${under.sentCode()}\n`)
      })
    }
    const { answer, code } = await ran(tool, smsMfa, { enter })
    expect(code).toContain('COGNITO_SMS_MFA_CODE  the code for SMS_MFA_CODE; asked for when')
    expect(answer.AuthenticationResult).toHaveProperty('AccessToken')
  }, 60_000)

  test.each([
    ['standard input', {}, 'wrong\n6\n'],
    ['variables', { COGNITO_ANSWER: 'wrong', COGNITO_ANSWER_2: '6' }, ''],
    ['one of each', { COGNITO_ANSWER: 'wrong' }, '6\n'],
  ])(
    'takes two answers from %s',
    async (_, environment, input) => {
      const enter = ({ stdin }: ChildProcess) => stdin?.write(input)
      const { answer } = await ran(tool, customChallenge, { enter, environment })
      expect(answer.AuthenticationResult).toHaveProperty('AccessToken')
    },
    60_000,
  )
})
