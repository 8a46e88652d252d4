import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines, stepLine } from '../code/code-header.ts'
import { writeValue, type CodeSyntax } from '../code/code-writer.ts'
import type { ExportFormat } from './export-format.ts'

const text = (value: unknown) => JSON.stringify(value)

const k6: CodeSyntax = {
  literal: text,
  environment: (name) => `__ENV.${name}`,
  answer: (step, path) => `answer${String(step)}${path.map((name) => `[${text(name)}]`).join('')}`,
  secretHash: (over) => `secretHash(${over})`,
  totpCode: '__ENV.COGNITO_TOTP_CODE',
  srp: {
    A: '__ENV.COGNITO_SRP_A',
    signature: '__ENV.COGNITO_PASSWORD_CLAIM_SIGNATURE',
    timestamp: '__ENV.COGNITO_TIMESTAMP',
  },
  key: (name) => `${text(name)}: `,
}

const callLines = (call: PlannedCall): readonly string[] => [
  `  // ${stepLine(call)}`,
  `  const answer${String(call.step)} = call('${call.operation}', ${writeValue(call.input, k6, '  ', '  ')})`,
]

function script(plan: ChainPlan): string {
  const { calls, endpoint, target, usesSecretHash, usesSrp } = plan
  return [
    ...headerLines(
      plan,
      'Needs k6. One user, once: raise vus only against a pool that may be loaded; Cognito throttles.',
    ).map((line) => `// ${line}`.trimEnd()),
    ...(usesSrp
      ? [
          '// SRP has to be computed for each sign-in, which this script cannot: use USER_PASSWORD_AUTH for load.',
        ]
      : []),
    `import http from 'k6/http'`,
    `import { check } from 'k6'`,
    ...(usesSecretHash ? [`import crypto from 'k6/crypto'`] : []),
    '',
    'export const options = { vus: 1, iterations: 1 }',
    `const endpoint = __ENV.COGNITO_ENDPOINT || ${text(endpoint)}`,
    ...(usesSecretHash
      ? [
          'const secretHash = (name) =>',
          `  crypto.hmac('sha256', __ENV.COGNITO_CLIENT_SECRET, name + ${text(target.clientId)}, 'base64')`,
        ]
      : []),
    '',
    'function call(operation, input) {',
    `  const answer = http.post(endpoint + '/', JSON.stringify(input), {`,
    '    tags: { name: operation },',
    '    headers: {',
    `      'Content-Type': 'application/x-amz-json-1.1',`,
    `      'X-Amz-Target': 'AWSCognitoIdentityProviderService.' + operation,`,
    '    },',
    '  })',
    `  check(answer, { [operation + ' is accepted']: ({ status }) => status === 200 })`,
    '  return answer.json()',
    '}',
    '',
    'export default function () {',
    ...calls.flatMap(callLines),
    '}',
    '',
  ].join('\n')
}

export const k6Format = {
  id: 'k6',
  title: 'k6 script',
  note: 'the chain as a load test, secrets as variables',
  extension: 'js',
  ...asCode,
  write: (trace) => script(chainPlan(trace, false)),
} as const satisfies ExportFormat
