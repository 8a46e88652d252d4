import type { ChainPlan, PlannedCall, PlannedValue } from './chain-plan.ts'
import { headerLines, oneLine, stepLine } from './code-header.ts'
import type { Variable } from './environment-variable.ts'
import { pythonHelper } from './python-helper.ts'

/** What differs between the tools that a shell script calls with. */
export interface ShellCaller {
  /** What has to be installed besides a shell, jq and, where something is computed, Python 3. */
  readonly needs: string
  /** Lines of a function `call`, whose argument is the operation and which reads JSON. */
  readonly functions: (plan: ChainPlan) => readonly string[]
  /** How `call` is called for an operation. */
  readonly call: (call: PlannedCall) => string
}

/** A chain as a script for a POSIX shell, in which each value is carried from step to step. */
export function shellScript(plan: ChainPlan, caller: ShellCaller): string {
  const { calls, endpoint, region, target, usesSecretHash, usesSrp, usesTotp, variables } = plan
  const poolId =
    plan.userPoolId.from === 'environment'
      ? `"$${plan.userPoolId.name}"`
      : quoted(target.userPoolId)
  const computes = usesSecretHash || usesSrp || usesTotp
  return [
    '#!/bin/sh',
    ...headerLines(
      plan,
      `Needs ${caller.needs}, jq${computes ? ' and Python 3' : ''}. The last answer is printed, tokens included.`,
    ).map((line) => `# ${line}`.trimEnd()),
    'set -eu',
    '',
    ...variables.filter(({ isPrompted }) => !isPrompted).map(requiredVariable),
    ...(variables.length > 0 ? [`export ${variables.map(({ name }) => name).join(' ')}`] : []),
    `ENDPOINT=\${COGNITO_ENDPOINT:-${quoted(endpoint)}}`,
    `REGION=${quoted(region)}`,
    `export CLIENT_ID=${quoted(target.clientId)} POOL_ID=${poolId}`,
    '',
    ...caller.functions(plan),
    '',
    ...(computes ? computeFunction(plan) : []),
    ...(usesSrp
      ? [
          'SRP_PRIVATE=$(compute private)',
          'export SRP_PRIVATE',
          'SRP_A=$(compute public)',
          'export SRP_A',
          '',
        ]
      : []),
    ...calls.flatMap((call) => [...callLines(call, caller), '']),
    ...(calls.length > 0 ? [`printf '%s\\n' "$ANSWER_${String(calls.at(-1)?.step ?? 1)}"`] : []),
    '',
  ].join('\n')
}

/** Ends the script where a variable is not set; a name that a recording brought stays text. */
const requiredVariable = ({ about, name }: Variable): string =>
  `[ "\${${name}:-}" ] || { echo ${quoted(`Set ${name} to ${oneLine(about)}.`)} >&2; exit 2; }`

function callLines(call: PlannedCall, caller: ShellCaller): readonly string[] {
  const { input, operation, proofOf, step } = call
  const answer = `ANSWER_${String(step)}`
  const before: string[] = []
  if (proofOf !== undefined)
    before.push(`PROOF=$(ANSWER=$ANSWER_${String(proofOf)} compute proof)`, 'export PROOF')
  const [hashed] = hashesIn(input)
  if (hashed)
    before.push(
      `SECRET_HASH=$(HASH_OVER=$(jq -rn ${quoted(expression(hashed))}) compute hash)`,
      'export SECRET_HASH',
    )
  before.push(...promptsIn(input).map(promptLine))
  if (JSON.stringify(input).includes('"from":"totp code"'))
    before.push('TOTP_CODE=$(compute totp)', 'export TOTP_CODE')
  return [
    `# ${stepLine(call)}`,
    ...before,
    `${answer}=$(jq -n ${quoted(expression(input, '  '))} | ${caller.call(call)})`,
    `export ${answer}`,
    `printf '%s\\n' "$${answer}" | jq -r '"${operation}: \\(.__type // .ChallengeName // "done")"' >&2`,
  ]
}

type Prompt = Extract<PlannedValue, { from: 'prompt' }>

const promptLine = ({ member, name }: Prompt): string =>
  `[ "\${${name}:-}" ] || { printf '%s: ' ${quoted(oneLine(member))} >&2; read -r ${name}; }`

/** Codes that are read from standard input. */
function promptsIn(value: PlannedValue): readonly Prompt[] {
  switch (value.from) {
    case 'prompt':
      return [value]
    case 'object':
      return value.members.flatMap(([, each]) => promptsIn(each))
    case 'list':
      return value.items.flatMap(promptsIn)
    default:
      return []
  }
}

/** Names of which the hash is computed. */
function hashesIn(value: PlannedValue): readonly PlannedValue[] {
  switch (value.from) {
    case 'secret hash':
      return [value.over]
    case 'object':
      return value.members.flatMap(([, each]) => hashesIn(each))
    case 'list':
      return value.items.flatMap(hashesIn)
    case 'literal':
    case 'environment':
    case 'prompt':
    case 'answer':
    case 'totp code':
    case 'srp':
      return []
  }
}

/** A value as an expression of jq. */
function expression(value: PlannedValue, indent = ''): string {
  switch (value.from) {
    case 'literal':
      return JSON.stringify(value.value)
    case 'environment':
    case 'prompt':
      return `env.${value.name}`
    case 'answer':
      return `(env.ANSWER_${String(value.step)} | fromjson | .${value.path
        .map((name) => `[${JSON.stringify(name)}]`)
        .join('')})`
    case 'secret hash':
      return 'env.SECRET_HASH'
    case 'totp code':
      return 'env.TOTP_CODE'
    case 'srp':
      return value.what === 'A' ? 'env.SRP_A' : `(env.PROOF | fromjson | .${value.what})`
    case 'list':
      return `[${value.items.map((item) => expression(item, indent)).join(', ')}]`
    case 'object': {
      const deeper = `${indent}  `
      const members = value.members.map(
        ([name, each]) => `${deeper}${JSON.stringify(name)}: ${expression(each, deeper)}`,
      )
      return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
    }
  }
}

const computeFunction = (plan: ChainPlan): readonly string[] => [
  '# Computes what a shell cannot.',
  'compute() {',
  `python3 - "$@" <<'PYTHON'`,
  pythonHelper(plan),
  '',
  'what = sys.argv[1]',
  ...(plan.usesSecretHash
    ? ["if what == 'hash': print(secret_hash(os.environ['HASH_OVER'], os.environ['CLIENT_ID']))"]
    : []),
  ...(plan.usesTotp ? ["if what == 'totp': print(totp_code())"] : []),
  ...(plan.usesSrp
    ? [
        "if what == 'private': print(srp_private())",
        "if what == 'public': print(srp_a(int(os.environ['SRP_PRIVATE'])))",
        "if what == 'proof':",
        "    parameters = json.loads(os.environ['ANSWER'])['ChallengeParameters']",
        "    print(json.dumps(srp_proof(int(os.environ['SRP_PRIVATE']), parameters, os.environ['POOL_ID'])))",
      ]
    : []),
  'PYTHON',
  '}',
  '',
]

/** Any text in single quotes. NUL is left out: no shell can pass it on. */
export const quoted = (text: string): string =>
  `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`
