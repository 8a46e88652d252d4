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
import { pascalCase, snakeCase } from '../code/name-words.ts'
import { bracedUnicode, quotedText } from '../code/quoted-text.ts'
import { rustHelper } from '../code/rust-helper.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'

const quoted = (value: string) => quotedText(value, bracedUnicode)

/** Members of answers that the service always sends: they are no options in Rust. */
const alwaysSent: ReadonlySet<string> = new Set(['UserSub', 'Username'])

const rust: TextSyntax = {
  literal: (value) => quoted(String(value)),
  environment: (name) => `env(${quoted(name)})`,
  prompt: (name, member) => `prompted(${quoted(name)}, ${quoted(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${snakeCase(first)}()`
    if (first === 'ChallengeParameters' && others.length === 1)
      return `parameter(${answer}, ${quoted(others[0] ?? '')})`
    if (alwaysSent.has(first)) return answer
    const path = others.map((name) => `.and_then(|it| it.${snakeCase(name)}())`)
    return `${answer}${path.join('')}.unwrap_or_default()`
  },
  secretHash: (over) => `secret_hash(${over}.to_string())`,
  totpCode: 'totp_code()',
  srp: {
    A: 'srp.get_auth_parameters().a',
    signature: 'proof.password_claim_signature.as_str()',
    timestamp: 'proof.timestamp.as_str()',
  },
}

const text = (value: PlannedText) => writeText(value, rust)

/** Structures with a member that is required: building one can fail. */
const fallible: ReadonlySet<string> = new Set(['AttributeType', 'ContextDataType'])

function setters(members: readonly TypedMember[], indent: string): string {
  return members
    .flatMap(([name, value]) => settings(value, indent).map((each) => [name, each] as const))
    .map(([name, each]) => `\n${indent}    .${snakeCase(name)}(${each})`)
    .join('')
}

/** What a setter is called with; one for a map or a list is called for each of its items. */
function settings(typed: TypedValue, indent: string): readonly string[] {
  switch (typed.kind) {
    case 'text':
      return [text(typed.text)]
    case 'choice':
      return [
        typed.text.from === 'environment'
          ? `${typed.type}::from(${text(typed.text)}.as_str())`
          : `${typed.type}::from(${text(typed.text)})`,
      ]
    case 'number':
    case 'flag':
      return [String(typed.value)]
    case 'map':
      return typed.entries.map(([name, each]) => `${quoted(name)}, ${text(each)}`)
    case 'list':
      return typed.items.flatMap((item) => settings(item, indent))
    case 'structure': {
      const inner = `${indent}    `
      const end = fallible.has(typed.type) ? '.build()?' : '.build()'
      return [
        `${pascalCase(typed.type)}::builder()${setters(typed.members, inner)}\n${inner}    ${end}`,
      ]
    }
  }
}

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`    // ${leftOutLine(call)}`, '']
  const answer = `answer${String(step)}`
  const challenge = isSignInOperation(operation)
    ? `${answer}.challenge_name().map(|name| name.as_str())`
    : 'None'
  return [
    `    // ${stepLine(call)}`,
    ...signingLines(call).map((line) => `    // ${line}`),
    ...(proofOf === undefined ? [] : proofLines(`answer${String(proofOf)}`)),
    `    let ${answer} = cognito`,
    `        .${snakeCase(operation)}()${setters(input, '    ')}`,
    '        .send()',
    '        .await?;',
    `    report("${operation}", ${challenge});`,
    ...(isSignInOperation(operation) ? [] : [`    let _ = &${answer};`]),
    '',
  ]
}

const proofLines = (answer: string): readonly string[] => [
  `    let challenge = ${answer}.challenge_parameters();`,
  '    let proof = srp.verify(',
  ...['SECRET_BLOCK', 'USER_ID_FOR_SRP', 'SALT', 'SRP_B'].map(
    (name) => `        &parameter(challenge, "${name}"),`,
  ),
  '    )?;',
]

function program(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSecretHash, usesSrp, usesTotp } = plan
  const signed = calls.some((call) => call.signed)
  const last = calls.at(-1)
  const body = calls.flatMap(callLines)
  const crates = [
    'aws-config',
    'aws-sdk-cognitoidentityprovider',
    'tokio',
    ...(usesSrp ? ['aws-cognito-srp'] : []),
    ...(usesSecretHash ? ['base64', 'hmac', 'sha2'] : []),
    ...(usesTotp ? ['hmac', 'sha1'] : []),
  ]
  const isPoolKnown = plan.userPoolId.from === 'literal'
  return [
    ...headerLines(
      plan,
      `Needs the crates ${[...new Set(crates)].join(', ')}. The access token is printed.`,
    ).map((line) => `// ${line}`.trimEnd()),
    ...useLines(plan, body.join('\n')),
    '',
    ...(usesSecretHash || usesSrp ? [`const CLIENT_ID: &str = ${quoted(target.clientId)};`] : []),
    ...(usesSrp && isPoolKnown ? [`const POOL_ID: &str = ${text(plan.userPoolId)};`] : []),
    '',
    '#[tokio::main]',
    'async fn main() -> Result<(), Box<dyn std::error::Error>> {',
    `    let endpoint = std::env::var("COGNITO_ENDPOINT").unwrap_or_else(|_| ${quoted(endpoint)}.to_string());`,
    '    let config = aws_config::defaults(BehaviorVersion::latest())',
    `        .region(Region::new(${quoted(region)}))`,
    '        .endpoint_url(endpoint)',
    ...(signed ? [] : ['        .no_credentials()']),
    '        .load()',
    '        .await;',
    '    let cognito = Client::new(&config);',
    ...(usesSrp
      ? [
          `    let user = User::new(${isPoolKnown ? 'POOL_ID' : `&${text(plan.userPoolId)}`}, &env("COGNITO_USERNAME"), &env("COGNITO_PASSWORD"));`,
          '    let srp = SrpClient::new(user, CLIENT_ID, None);',
        ]
      : []),
    '',
    ...body,
    ...(last && isSignInOperation(last.operation)
      ? [
          `    if let Some(result) = answer${String(last.step)}.authentication_result() {`,
          '        println!("{}", result.access_token().unwrap_or_default());',
          '    }',
        ]
      : []),
    '    Ok(())',
    '}',
    rustCommon,
    ...(plan.prompts ? [rustPrompt] : []),
    ...(body.some((line) => line.includes('parameter(')) ? [parameter] : []),
    rustHelper(plan),
    '',
  ].join('\n')
}

function useLines(
  { usesSecretHash, usesSrp, usesTotp }: ChainPlan,
  body: string,
): readonly string[] {
  const types = [
    ...new Set([...body.matchAll(/\b([A-Z]\w+)::(?:from|builder)\(/g)].map(([, name]) => name)),
  ]
  return [
    ...(usesSrp ? ['use aws_cognito_srp::{SrpClient, User};'] : []),
    'use aws_config::{BehaviorVersion, Region};',
    ...(types.length > 0
      ? [`use aws_sdk_cognitoidentityprovider::types::{${types.sort().join(', ')}};`]
      : []),
    'use aws_sdk_cognitoidentityprovider::Client;',
    ...(usesSecretHash ? ['use base64::{engine::general_purpose::STANDARD, Engine};'] : []),
    ...(usesSecretHash || usesTotp ? ['use hmac::{digest::KeyInit, Hmac, Mac};'] : []),
    ...(usesTotp ? ['use sha1::Sha1;'] : []),
    ...(usesSecretHash ? ['use sha2::Sha256;'] : []),
    ...(body.includes('parameter(') ? ['use std::collections::HashMap;'] : []),
    ...(usesTotp ? ['use std::time::{SystemTime, UNIX_EPOCH};'] : []),
  ]
}

const rustCommon = `
fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("Set {name}."))
}

fn report(operation: &str, challenge: Option<&str>) {
    eprintln!("{operation}: {}", challenge.unwrap_or("done"));
}`

const rustPrompt = `
fn prompted(name: &str, member: &str) -> String {
    match std::env::var(name) {
        Ok(value) if !value.is_empty() => value,
        _ => {
            eprint!("{member}: ");
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).expect("No code was entered.");
            line.trim().to_string()
        }
    }
}`

const parameter = `
fn parameter(parameters: Option<&HashMap<String, String>>, name: &str) -> String {
    parameters.and_then(|all| all.get(name)).cloned().unwrap_or_default()
}`

export const rustFormat = {
  id: 'rust',
  title: 'Rust (AWS SDK)',
  note: 'the chain as a program, secrets as variables',
  extension: 'rs',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
