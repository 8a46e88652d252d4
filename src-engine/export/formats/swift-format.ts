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
import { camelCase } from '../code/name-words.ts'
import { bracedUnicode, quotedText } from '../code/quoted-text.ts'
import { swiftHelper } from '../code/swift-helper.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'

const quoted = (value: string) => quotedText(value, bracedUnicode)

const swift: TextSyntax = {
  literal: (value) => quoted(String(value)),
  environment: (name) => `env(${quoted(name)})`,
  prompt: (name, member) => `prompted(${quoted(name)}, ${quoted(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${camelCase(first)}`
    return first === 'ChallengeParameters' && others.length === 1
      ? `(${answer}?[${quoted(others[0] ?? '')}] ?? "")`
      : `(${[answer, ...others.map(camelCase)].join('?.')} ?? "")`
  },
  secretHash: (over) => `secretHash(${over})`,
  totpCode: 'totpCode()',
  srp: { A: 'srp.publicA', signature: 'proof.signature', timestamp: 'proof.timestamp' },
}

const text = (value: PlannedText) => writeText(value, swift)
const modelType = (name: string) => `CognitoIdentityProviderClientTypes.${name}`

function value(typed: TypedValue, indent: string): string {
  const deeper = `${indent}    `
  switch (typed.kind) {
    case 'text':
      return text(typed.text)
    case 'choice':
      return `${modelType(typed.type)}(rawValue: ${text(typed.text)})`
    case 'number':
    case 'flag':
      return String(typed.value)
    case 'map':
      return typed.entries.length === 0
        ? '[:]'
        : `[\n${typed.entries
            .map(([name, each]) => `${deeper}${quoted(name)}: ${text(each)}`)
            .join(',\n')}\n${indent}]`
    case 'structure':
      return initializer(modelType(typed.type), typed.members, indent)
    case 'list':
      return `[\n${typed.items.map((item) => `${deeper}${value(item, deeper)}`).join(',\n')}\n${indent}]`
  }
}

/** Swift takes arguments in the order of the initializer alone, which is that of the alphabet. */
const initializer = (type: string, members: readonly TypedMember[], indent: string): string =>
  `${type}(\n${members
    .map(([name, each]) => [camelCase(name), each] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${indent}    ${name}: ${value(each, `${indent}    `)}`)
    .join(',\n')}\n${indent})`

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`// ${leftOutLine(call)}`, '']
  const answer = `answer${String(step)}`
  const method = operation.charAt(0).toLowerCase() + operation.slice(1)
  const challenge = isSignInOperation(operation) ? `${answer}.challengeName?.rawValue` : 'nil'
  return [
    `// ${stepLine(call)}`,
    ...signingLines(call).map((line) => `// ${line}`),
    ...(proofOf === undefined
      ? []
      : [`let proof = srp.proof(answer${String(proofOf)}.challengeParameters ?? [:])`]),
    `let ${answer} = try await cognito.${method}(input: ${initializer(`${operation}Input`, input, '')})`,
    `report("${operation}", ${challenge})`,
    '',
  ]
}

function program(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSecretHash, usesSrp, usesTotp } = plan
  const packages = [
    'aws-sdk-swift',
    ...(usesSecretHash || usesSrp || usesTotp ? ['swift-crypto'] : []),
    ...(usesSrp ? ['attaswift/BigInt'] : []),
  ]
  const last = calls.at(-1)
  return [
    ...headerLines(
      plan,
      `A main.swift that needs ${packages.join(', ')}. The access token is printed.`,
    ).map((line) => `// ${line}`.trimEnd()),
    'import AWSCognitoIdentityProvider',
    ...(usesSrp ? ['import BigInt'] : []),
    ...(packages.includes('swift-crypto') ? ['import Crypto'] : []),
    'import Foundation',
    '',
    ...(usesSecretHash ? [`let clientId = ${quoted(target.clientId)}`] : []),
    ...(usesSrp ? [`let poolId = ${text(plan.userPoolId)}`] : []),
    swiftCommon,
    ...(plan.prompts ? [swiftPrompt] : []),
    swiftHelper(plan),
    '',
    'var config = try await CognitoIdentityProviderClient.CognitoIdentityProviderClientConfiguration(',
    `    region: ${quoted(region)}`,
    ')',
    `config.endpoint = ProcessInfo.processInfo.environment["COGNITO_ENDPOINT"] ?? ${quoted(endpoint)}`,
    'let cognito = CognitoIdentityProviderClient(config: config)',
    ...(usesSrp ? ['let srp = Srp()'] : []),
    '',
    ...calls.flatMap(callLines),
    ...(last && isSignInOperation(last.operation)
      ? [`print(answer${String(last.step)}.authenticationResult?.accessToken ?? "")`]
      : []),
    '',
  ].join('\n')
}

const swiftCommon = `
func env(_ name: String) -> String {
    guard let value = ProcessInfo.processInfo.environment[name] else { fatalError("Set " + name + ".") }
    return value
}

func report(_ operation: String, _ challenge: String?) {
    FileHandle.standardError.write(Data((operation + ": " + (challenge ?? "done") + "\\n").utf8))
}`

const swiftPrompt = `
func prompted(_ name: String, _ member: String) -> String {
    if let value = ProcessInfo.processInfo.environment[name], !value.isEmpty { return value }
    FileHandle.standardError.write(Data((member + ": ").utf8))
    return (readLine() ?? "").trimmingCharacters(in: .whitespaces)
}`

export const swiftFormat = {
  id: 'swift',
  title: 'Swift (AWS SDK)',
  note: 'the chain as a program, secrets as variables',
  extension: 'swift',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
