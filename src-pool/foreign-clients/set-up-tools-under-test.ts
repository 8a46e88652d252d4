import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import type { PracticeServer } from '../practice-server.ts'

/** The input or the output of an operation. */
export type Values = Readonly<Record<string, unknown>>

/** A client that administrators set pools up with. */
export interface SetUpTool {
  readonly call: (operation: string, input: Values) => Promise<Values>
  readonly close: () => void
}

/** An operation or a member that came after the installed client. */
export class TooOldError extends Error {}

/** No file, profile or region of whoever runs the tests. */
const environment = ({ region }: PracticeServer) => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'key',
  AWS_DEFAULT_REGION: region,
  AWS_PAGER: '',
})

function javascriptSdk({ region, endpoint }: PracticeServer): SetUpTool {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'key' }
  const client = new CognitoIdentityProvider({ region, endpoint, credentials, maxAttempts: 1 })
  const methods = client as unknown as Record<string, (input: Values) => Promise<Values>>
  return {
    call: async (operation, input) => {
      const method = methods[`${operation.charAt(0).toLowerCase()}${operation.slice(1)}`]
      if (!method) throw new TooOldError(operation)
      return method.call(client, input)
    },
    close: () => {
      client.destroy()
    },
  }
}

/** Reads calls as lines of JSON, and writes each answer as one. */
const loop = `
for line in sys.stdin:
    call = json.loads(line)
    print(json.dumps(answer_to(call['operation'], call['input']), default=str), flush=True)
`

const boto3 = `
import json, sys, boto3, botocore
from botocore.exceptions import ParamValidationError

cognito = boto3.client('cognito-idp', endpoint_url=sys.argv[1])

def answer_to(operation, values):
    try:
        answer = getattr(cognito, botocore.xform_name(operation))(**values)
        return {'answer': {name: answer[name] for name in answer if name != 'ResponseMetadata'}}
    except (AttributeError, ParamValidationError) as error:
        return {'tooOld': str(error)}
    except Exception as error:
        return {'error': str(error)}
${loop}`

// In one process: starting the command line for each of some hundred calls takes minutes.
const awsCli = `
import contextlib, io, json, re, sys
from awscli.clidriver import create_clidriver

cli = create_clidriver()

def answer_to(operation, values):
    command = re.sub('(?<=[a-z])(?=[A-Z])', '-', operation).lower()
    args = ['cognito-idp', command, '--cli-input-json', json.dumps(values), '--output', 'json']
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = cli.main([*args, '--endpoint-url', sys.argv[1]])
        except SystemExit as end:
            status = end.code
        out.flush(), err.flush()
    printed, said = (text.buffer.getvalue().decode() for text in (out, err))
    if status == 0:
        return {'answer': json.loads(printed or '{}')}
    return {'tooOld' if re.search('Unknown parameter|nvalid choice', said) else 'error': said}
${loop}`

interface DriverAnswer {
  readonly answer?: Values
  readonly tooOld?: string
  readonly error?: string
}

const drivenBy =
  (program: string) =>
  (server: PracticeServer): SetUpTool => {
    const python = spawn('python3', ['-c', program, server.endpoint], {
      env: environment(server),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
    return {
      async call(operation, input) {
        python.stdin.write(`${JSON.stringify({ operation, input })}\n`)
        const line = await lines.next()
        if (line.done) throw new Error('python3 ended without an answer')
        const { answer, error, tooOld } = JSON.parse(line.value) as DriverAnswer
        if (tooOld !== undefined) throw new TooOldError(tooOld)
        if (!answer) throw new Error(error)
        return answer
      },
      close: () => {
        python.kill()
      },
    }
  }

const canImport = (module: string) => spawnSync('python3', ['-c', `import ${module}`]).status === 0

/** The set-up tools that are tried, and whether this machine has them. */
export const setUpTools = [
  { name: 'the AWS SDK for JavaScript', isHere: true, open: javascriptSdk },
  { name: 'the AWS CLI', isHere: canImport('awscli.clidriver'), open: drivenBy(awsCli) },
  { name: 'boto3', isHere: canImport('boto3'), open: drivenBy(boto3) },
] as const
