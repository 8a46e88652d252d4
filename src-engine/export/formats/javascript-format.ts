import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines, stepLine } from '../code/code-header.ts'
import { writeText, writeValue, type CodeSyntax } from '../code/code-writer.ts'
import type { ExportFormat } from './export-format.ts'

const text = (value: unknown) => JSON.stringify(value)

const javascript: CodeSyntax = {
  literal: text,
  environment: (name) => `process.env.${name}`,
  prompt: (name, member) => `await prompted(${text(name)}, ${text(member)})`,
  answer: (step, path) => `answer${String(step)}${path.map(memberOf).join('')}`,
  secretHash: (over) => `secretHash(${over})`,
  totpCode: 'totpCode()',
  srp: { A: 'srp.largeA', signature: 'signed.passwordSignature', timestamp: 'signed.timestamp' },
  key: (name) => (/^[A-Za-z_]\w*$/.test(name) ? `${name}: ` : `${text(name)}: `),
}

const memberOf = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${text(name)}]`)

const secretHash = `
const secretHash = (name) =>
  createHmac('sha256', process.env.COGNITO_CLIENT_SECRET).update(name + clientId).digest('base64')`

const prompted = `
const input = createInterface({ input: process.stdin })
const lines = input[Symbol.asyncIterator]()
async function prompted(name, member) {
  if (process.env[name]) return process.env[name]
  process.stderr.write(member + ': ')
  const { value = '' } = await lines.next()
  return value.trim()
}`

const totpCode = `
function totpCode() {
  const bits = [...process.env.COGNITO_TOTP_SECRET.replace(/[\\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(step).digest()
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}`

function callLines(call: PlannedCall): readonly string[] {
  const { input, operation, proofOf, step } = call
  const answer = `answer${String(step)}`
  return [
    `// ${stepLine(call)}`,
    ...(proofOf === undefined
      ? []
      : [`const signed = signSrpSession(srp, answer${String(proofOf)})`]),
    `const ${answer} = await cognito.send(new ${operation}Command(${writeValue(input, javascript, '  ')}))`,
    `console.error('${operation}:', ${answer}.ChallengeName ?? 'done')`,
    '',
  ]
}

/** As the recorded call was sent: Cognito takes it unsigned, which the SDK does not know. */
const unsigned = ({ operation }: PlannedCall): readonly string[] => [
  `// The SDK would sign ${operation}, and look for AWS credentials. Cognito takes it without any.`,
  'const { httpAuthSchemeProvider } = cognito.config',
  'cognito.config.httpAuthSchemeProvider = (call) =>',
  `  call.operation === ${text(operation)}`,
  `    ? [{ schemeId: 'smithy.api#noAuth' }]`,
  '    : httpAuthSchemeProvider(call)',
]

function script(plan: ChainPlan): string {
  const { calls, endpoint, prompts, region, target, usesSecretHash, usesSrp, usesTotp } = plan
  const commands = [...new Set(calls.map(({ operation }) => `${operation}Command`))]
  const packages = [
    '@aws-sdk/client-cognito-identity-provider',
    ...(usesSrp ? ['cognito-srp-helper'] : []),
  ]
  return [
    ...headerLines(
      plan,
      `Needs ${packages.join(' and ')}. The last answer is printed, tokens included.`,
    ).map((line) => `// ${line}`.trimEnd()),
    ...(usesSecretHash || usesTotp ? [`import { createHmac } from 'node:crypto'`] : []),
    ...(prompts ? [`import { createInterface } from 'node:readline'`] : []),
    `import { CognitoIdentityProviderClient, ${commands.join(', ')} } from '@aws-sdk/client-cognito-identity-provider'`,
    ...(usesSrp ? [`import { createSrpSession, signSrpSession } from 'cognito-srp-helper'`] : []),
    '',
    `const clientId = ${text(target.clientId)}`,
    'const cognito = new CognitoIdentityProviderClient({',
    `  region: ${text(region)},`,
    `  endpoint: process.env.COGNITO_ENDPOINT ?? ${text(endpoint)},`,
    '})',
    ...calls
      .filter(({ needlesslySigned }) => needlesslySigned)
      .slice(0, 1)
      .flatMap(unsigned),
    ...(usesSecretHash ? [secretHash] : []),
    ...(usesTotp ? [totpCode] : []),
    ...(prompts ? [prompted] : []),
    ...(usesSrp
      ? [
          `const { COGNITO_USERNAME, COGNITO_PASSWORD } = process.env`,
          `const srp = createSrpSession(COGNITO_USERNAME, COGNITO_PASSWORD, ${writeText(plan.userPoolId, javascript)}, false)`,
        ]
      : []),
    '',
    ...calls.flatMap(callLines),
    ...(prompts ? ['input.close()'] : []),
    ...(calls.length > 0
      ? [`console.log(JSON.stringify(answer${String(calls.at(-1)?.step ?? 1)}))`]
      : []),
    '',
  ].join('\n')
}

export const javascriptFormat = {
  id: 'javascript',
  title: 'JavaScript (AWS SDK)',
  note: 'the chain as a module, secrets as variables',
  extension: 'mjs',
  ...asCode,
  write: (trace) => script(chainPlan(trace)),
} as const satisfies ExportFormat
