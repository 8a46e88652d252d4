import { asCode } from '../code/as-code.ts'
import {
  chainPlan,
  type ChainPlan,
  type PlannedCall,
  type PlannedText,
} from '../code/chain-plan.ts'
import {
  headerLines,
  isSignInOperation,
  leftOutLine,
  signingLines,
  stepLine,
} from '../code/code-header.ts'
import { writeText, type TextSyntax } from '../code/code-writer.ts'
import { kotlinHelper } from '../code/kotlin-helper.ts'
import { camelCase, pascalCase } from '../code/name-words.ts'
import { quotedText } from '../code/quoted-text.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'

const quoted = (value: string) => quotedText(value, undefined, '$')

const kotlin: TextSyntax = {
  literal: (value) => quoted(String(value)),
  environment: (name) => `env(${quoted(name)})`,
  prompt: (name, member) => `prompted(${quoted(name)}, ${quoted(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${camelCase(first)}`
    return first === 'ChallengeParameters' && others.length === 1
      ? `${answer}?.get(${quoted(others[0] ?? '')}).orEmpty()`
      : `${[answer, ...others.map(camelCase)].join('?.')}.orEmpty()`
  },
  secretHash: (over) => `secretHash(${over})`,
  totpCode: 'totpCode()',
  srp: { A: 'srp.publicA()', signature: 'proof.signature', timestamp: 'proof.timestamp' },
}

const text = (value: PlannedText) => writeText(value, kotlin)

function value(typed: TypedValue, indent: string): string {
  const deeper = `${indent}    `
  switch (typed.kind) {
    case 'text':
      return text(typed.text)
    case 'choice':
      return `${typed.type}.fromValue(${text(typed.text)})`
    case 'number':
    case 'flag':
      return String(typed.value)
    case 'map':
      return `mapOf(\n${typed.entries
        .map(([name, each]) => `${deeper}${quoted(name)} to ${text(each)},\n`)
        .join('')}${indent})`
    case 'structure':
      return block(pascalCase(typed.type), typed.members, indent)
    case 'list':
      return `listOf(\n${typed.items
        .map((item) => `${deeper}${value(item, deeper)},\n`)
        .join('')}${indent})`
  }
}

const block = (type: string, members: readonly TypedMember[], indent: string): string =>
  `${type} {\n${members
    .map(([name, each]) => `${indent}    ${camelCase(name)} = ${value(each, `${indent}    `)}\n`)
    .join('')}${indent}}`

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`    // ${leftOutLine(call)}`, '']
  const answer = `answer${String(step)}`
  const challenge = isSignInOperation(operation) ? `${answer}.challengeName?.value` : 'null'
  return [
    `    // ${stepLine(call)}`,
    ...signingLines(call).map((line) => `    // ${line}`),
    ...(proofOf === undefined
      ? []
      : [`    val proof = srp.proof(answer${String(proofOf)}.challengeParameters.orEmpty())`]),
    `    val ${answer} = cognito.${camelCase(operation)}(${block(`${pascalCase(operation)}Request`, input, '    ')})`,
    `    report("${operation}", ${challenge})`,
    '',
  ]
}

function program(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSrp } = plan
  const last = calls.at(-1)
  return [
    ...headerLines(
      plan,
      'Needs aws.sdk.kotlin:cognitoidentityprovider. The access token is printed.',
    ).map((line) => `// ${line}`.trimEnd()),
    ...imports,
    '',
    `const val CLIENT_ID = ${quoted(target.clientId)}`,
    `val POOL_ID = ${text(plan.userPoolId)}`,
    '',
    'suspend fun main() {',
    '    val cognito = CognitoIdentityProviderClient {',
    `        region = ${quoted(region)}`,
    `        endpointUrl = Url.parse(System.getenv("COGNITO_ENDPOINT") ?: ${quoted(endpoint)})`,
    '    }',
    ...(usesSrp ? ['    val srp = Srp()'] : []),
    '',
    ...calls.flatMap(callLines),
    ...(last && isSignInOperation(last.operation)
      ? [`    answer${String(last.step)}.authenticationResult?.let { println(it.accessToken) }`]
      : []),
    '    cognito.close()',
    '}',
    kotlinCommon,
    ...(plan.prompts ? [kotlinPrompt] : []),
    kotlinHelper(plan),
    '',
  ].join('\n')
}

const imports = [
  'import aws.sdk.kotlin.services.cognitoidentityprovider.*',
  'import aws.sdk.kotlin.services.cognitoidentityprovider.model.*',
  'import aws.smithy.kotlin.runtime.net.url.Url',
  'import java.math.BigInteger',
  'import java.nio.ByteBuffer',
  'import java.security.MessageDigest',
  'import java.security.SecureRandom',
  'import java.time.ZoneOffset',
  'import java.time.ZonedDateTime',
  'import java.time.format.DateTimeFormatter',
  'import java.util.Base64',
  'import java.util.Locale',
  'import javax.crypto.Mac',
  'import javax.crypto.spec.SecretKeySpec',
]

const kotlinCommon = `
fun env(name: String): String = System.getenv(name) ?: error("Set " + name + ".")

fun report(operation: String, challenge: String?) = System.err.println(operation + ": " + (challenge ?: "done"))`

const kotlinPrompt = `
fun prompted(name: String, member: String): String {
    val value = System.getenv(name)
    if (!value.isNullOrEmpty()) return value
    System.err.print(member + ": ")
    return readLine().orEmpty().trim()
}`

export const kotlinFormat = {
  id: 'kotlin',
  title: 'Kotlin (AWS SDK)',
  note: 'the chain as a program, secrets as variables',
  extension: 'kt',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
