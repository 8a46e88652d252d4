import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines, stepLine } from '../code/code-header.ts'
import { writeText, writeValue, type CodeSyntax } from '../code/code-writer.ts'
import { snakeCase } from '../code/name-words.ts'
import { pythonHelper } from '../code/python-helper.ts'
import type { ExportFormat } from './export-format.ts'

const text = (value: unknown) => JSON.stringify(value)

const python: CodeSyntax = {
  literal: (value) =>
    value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : text(value),
  environment: (name) => `os.environ[${text(name)}]`,
  prompt: (name, member) => `prompted(${text(name)}, ${text(member)})`,
  answer: (step, path) => `answer_${String(step)}${path.map((name) => `[${text(name)}]`).join('')}`,
  secretHash: (over) => `secret_hash(${over}, client_id)`,
  totpCode: 'totp_code()',
  srp: { A: 'srp_a(private)', signature: "proof['signature']", timestamp: "proof['timestamp']" },
  key: (name) => `${text(name)}: `,
}

function callLines(call: PlannedCall): readonly string[] {
  const { input, operation, proofOf, step } = call
  const answer = `answer_${String(step)}`
  return [
    `# ${stepLine(call)}`,
    ...(proofOf === undefined
      ? []
      : [`proof = srp_proof(private, answer_${String(proofOf)}['ChallengeParameters'], pool_id)`]),
    `${answer} = cognito.${snakeCase(operation)}(**${writeValue(input, python, '    ')})`,
    `print('${operation}:', ${answer}.get('ChallengeName', 'done'), file=sys.stderr)`,
    '',
  ]
}

const prompted = `
def prompted(name, member):
    if os.environ.get(name):
        return os.environ[name]
    print(member + ': ', end='', file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()`

function script(plan: ChainPlan): string {
  const { calls, endpoint, prompts, region, target, usesSrp } = plan
  const unsigned = calls.every(({ signed }) => !signed)
  return [
    ...headerLines(plan, 'Needs boto3. The last answer is printed, tokens included.').map((line) =>
      `# ${line}`.trimEnd(),
    ),
    pythonHelper(plan),
    'import boto3',
    ...(unsigned ? ['from botocore import UNSIGNED'] : []),
    'from botocore.config import Config',
    ...(prompts ? [prompted] : []),
    '',
    `client_id, pool_id = ${text(target.clientId)}, ${writeText(plan.userPoolId, python)}`,
    'cognito = boto3.client(',
    `    'cognito-idp', region_name=${text(region)},`,
    `    endpoint_url=os.environ.get('COGNITO_ENDPOINT', ${text(endpoint)}),`,
    `    config=Config(${unsigned ? 'signature_version=UNSIGNED' : ''}),`,
    ')',
    ...(usesSrp ? ['private = srp_private()'] : []),
    '',
    ...calls.flatMap(callLines),
    ...(calls.length > 0
      ? [`print(json.dumps(answer_${String(calls.at(-1)?.step ?? 1)}, default=str))`]
      : []),
    '',
  ].join('\n')
}

export const boto3Format = {
  id: 'boto3',
  title: 'Python (boto3)',
  note: 'the chain as a script, secrets as variables',
  extension: 'py',
  ...asCode,
  write: (trace) => script(chainPlan(trace)),
} as const satisfies ExportFormat
