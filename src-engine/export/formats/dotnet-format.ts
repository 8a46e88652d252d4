import { asCode } from '../code/as-code.ts'
import {
  chainPlan,
  type ChainPlan,
  type PlannedCall,
  type PlannedText,
} from '../code/chain-plan.ts'
import { headerLines, isSignInOperation, leftOutLine, stepLine } from '../code/code-header.ts'
import { writeText, type TextSyntax } from '../code/code-writer.ts'
import { dotnetHelper } from '../code/dotnet-helper.ts'
import { quotedText } from '../code/quoted-text.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'
import { capitalized } from '../../units/capitalized.ts'

const dotnet: TextSyntax = {
  literal: (value) => quotedText(String(value)),
  environment: (name) => `Env(${quotedText(name)})`,
  prompt: (name, member) => `Prompted(${quotedText(name)}, ${quotedText(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${capitalized(first)}`
    return first === 'ChallengeParameters' && others.length === 1
      ? `${answer}[${quotedText(others[0] ?? '')}]`
      : [answer, ...others.map(capitalized)].join('.')
  },
  secretHash: (over) => `Computed.SecretHash(Env("COGNITO_CLIENT_SECRET"), ${over}, clientId)`,
  totpCode: 'Computed.TotpCode(Env("COGNITO_TOTP_SECRET"))',
  srp: { A: 'srp.PublicA', signature: 'proof.Signature', timestamp: 'proof.Timestamp' },
}

const text = (value: PlannedText) => writeText(value, dotnet)

function value(typed: TypedValue, indent: string): string {
  const deeper = `${indent}    `
  switch (typed.kind) {
    case 'text':
    case 'choice':
      return text(typed.text)
    case 'number':
    case 'flag':
      return String(typed.value)
    case 'map':
      return `new Dictionary<string, string>\n${indent}{\n${typed.entries
        .map(([name, each]) => `${deeper}[${quotedText(name)}] = ${text(each)},\n`)
        .join('')}${indent}}`
    case 'structure':
      return initializer(typed.type, typed.members, indent)
    case 'list':
      return `new List<${typed.type ?? 'string'}>\n${indent}{\n${typed.items
        .map((item) => `${deeper}${value(item, deeper)},\n`)
        .join('')}${indent}}`
  }
}

const initializer = (type: string, members: readonly TypedMember[], indent: string): string =>
  `new ${type}\n${indent}{\n${members
    .map(([name, each]) => `${indent}    ${capitalized(name)} = ${value(each, `${indent}    `)},\n`)
    .join('')}${indent}}`

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`// ${leftOutLine(call)}`, '']
  const answer = `answer${String(step)}`
  const challenge = isSignInOperation(operation) ? `${answer}.ChallengeName?.Value` : 'null'
  return [
    `// ${stepLine(call)}`,
    ...(proofOf === undefined
      ? []
      : [
          `var proof = srp.Proof(answer${String(proofOf)}.ChallengeParameters, poolId, Env("COGNITO_PASSWORD"));`,
        ]),
    `var ${answer} = await cognito.${operation}Async(${initializer(`${operation}Request`, input, '')});`,
    `Report("${operation}", ${challenge});`,
    '',
  ]
}

function program(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSecretHash, usesSrp } = plan
  const signed = calls.some((call) => call.signed)
  const last = calls.at(-1)
  return [
    ...headerLines(
      plan,
      'Needs .NET 6 and the package AWSSDK.CognitoIdentityProvider. The access token is printed.',
    ).map((line) => `// ${line}`.trimEnd()),
    ...imports,
    '',
    ...(usesSecretHash ? [`const string clientId = ${quotedText(target.clientId)};`] : []),
    ...(usesSrp ? [`var poolId = ${text(plan.userPoolId)};`] : []),
    `var endpoint = Environment.GetEnvironmentVariable("COGNITO_ENDPOINT") ?? ${quotedText(endpoint)};`,
    'var config = new AmazonCognitoIdentityProviderConfig',
    '{',
    '    ServiceURL = endpoint,',
    `    AuthenticationRegion = ${quotedText(region)},`,
    '};',
    signed
      ? 'using var cognito = new AmazonCognitoIdentityProviderClient(config);'
      : 'using var cognito = new AmazonCognitoIdentityProviderClient(new AnonymousAWSCredentials(), config);',
    ...(usesSrp ? ['var srp = new Srp();'] : []),
    '',
    ...calls.flatMap(callLines),
    ...(last && isSignInOperation(last.operation)
      ? [`Console.WriteLine(answer${String(last.step)}.AuthenticationResult?.AccessToken);`]
      : []),
    dotnetCommon,
    ...(plan.prompts ? [dotnetPrompt] : []),
    dotnetHelper(plan),
  ].join('\n')
}

const imports = [
  'using System;',
  'using System.Collections.Generic;',
  'using System.Globalization;',
  'using System.Linq;',
  'using System.Numerics;',
  'using System.Security.Cryptography;',
  'using System.Text;',
  'using Amazon.CognitoIdentityProvider;',
  'using Amazon.CognitoIdentityProvider.Model;',
  'using Amazon.Runtime;',
]

const dotnetCommon = `
static string Env(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException("Set " + name + ".");

static void Report(string operation, string? challenge) =>
    Console.Error.WriteLine(operation + ": " + (challenge ?? "done"));
`

const dotnetPrompt = `static string Prompted(string name, string member)
{
    var value = Environment.GetEnvironmentVariable(name);
    if (!string.IsNullOrEmpty(value)) return value;
    Console.Error.Write(member + ": ");
    return Console.ReadLine()?.Trim() ?? "";
}
`

export const dotnetFormat = {
  id: 'dotnet',
  title: 'C# (AWS SDK for .NET)',
  note: 'the chain as a program, secrets as variables',
  extension: 'cs',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
