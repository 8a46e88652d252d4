import { asCode } from '../code/as-code.ts'
import {
  chainPlan,
  type ChainPlan,
  type PlannedCall,
  type PlannedText,
} from '../code/chain-plan.ts'
import { headerLines, isSignInOperation, leftOutLine, stepLine } from '../code/code-header.ts'
import { writeText, type TextSyntax } from '../code/code-writer.ts'
import { javaHelper } from '../code/java-helper.ts'
import { camelCase, pascalCase } from '../code/name-words.ts'
import { quotedText } from '../code/quoted-text.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'

const java: TextSyntax = {
  literal: (value) => quotedText(String(value)),
  environment: (name) => `env(${quotedText(name)})`,
  prompt: (name, member) => `prompted(${quotedText(name)}, ${quotedText(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${camelCase(first)}()`
    return first === 'ChallengeParameters' && others.length === 1
      ? `${answer}.get(${quotedText(others[0] ?? '')})`
      : [answer, ...others.map((name) => `${camelCase(name)}()`)].join('.')
  },
  secretHash: (over) => `secretHash(${over})`,
  totpCode: 'totpCode()',
  srp: { A: 'srp.publicA()', signature: 'proof.signature()', timestamp: 'proof.timestamp()' },
}

const text = (value: PlannedText) => writeText(value, java)

/** Java reads backslash and u as an escape even in a comment, where it could end the line. */
const comment = (line: string): string => `// ${line.replaceAll('\\', '\\\\')}`.trimEnd()

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
      return `Map.ofEntries(${typed.entries
        .map(([name, each]) => `\n${deeper}Map.entry(${quotedText(name)}, ${text(each)})`)
        .join(',')})`
    case 'structure':
      return builder(typed.type, typed.members, indent)
    case 'list':
      return `List.of(${typed.items.map((item) => `\n${deeper}${value(item, deeper)}`).join(',')})`
  }
}

const builder = (type: string, members: readonly TypedMember[], indent: string): string =>
  `${type}.builder()${members
    .map(([name, each]) => `\n${indent}    .${camelCase(name)}(${value(each, `${indent}    `)})`)
    .join('')}\n${indent}    .build()`

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`      ${comment(leftOutLine(call))}`, '']
  const answer = `answer${String(step)}`
  const method = operation.charAt(0).toLowerCase() + operation.slice(1)
  const challenge = isSignInOperation(operation) ? `${answer}.challengeNameAsString()` : 'null'
  return [
    `      ${comment(stepLine(call))}`,
    ...(proofOf === undefined
      ? []
      : [`      var proof = srp.proof(answer${String(proofOf)}.challengeParameters());`]),
    `      var ${answer} = cognito.${method}(${builder(`${pascalCase(operation)}Request`, input, '      ')});`,
    `      report("${operation}", ${challenge});`,
    '',
  ]
}

function program(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSrp } = plan
  const signed = calls.some((call) => call.signed)
  const last = calls.at(-1)
  return [
    ...headerLines(
      plan,
      'Needs Java 17 and software.amazon.awssdk:cognitoidentityprovider. The access token is printed.',
    ).map(comment),
    ...imports,
    ...(signed
      ? []
      : ['import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;']),
    'import software.amazon.awssdk.regions.Region;',
    'import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;',
    'import software.amazon.awssdk.services.cognitoidentityprovider.model.*;',
    '',
    'public class SignIn {',
    `  static final String CLIENT_ID = ${quotedText(target.clientId)};`,
    `  static final String POOL_ID = ${text(plan.userPoolId)};`,
    '',
    '  public static void main(String[] arguments) throws Exception {',
    `    var endpoint = System.getenv().getOrDefault("COGNITO_ENDPOINT", ${quotedText(endpoint)});`,
    '    try (var cognito = CognitoIdentityProviderClient.builder()',
    `        .region(Region.of(${quotedText(region)}))`,
    '        .endpointOverride(URI.create(endpoint))',
    ...(signed ? [] : ['        .credentialsProvider(AnonymousCredentialsProvider.create())']),
    '        .build()) {',
    ...(usesSrp ? ['      var srp = new Srp();'] : []),
    ...calls.flatMap(callLines),
    ...(last && isSignInOperation(last.operation)
      ? [
          `      if (answer${String(last.step)}.authenticationResult() != null)`,
          `        System.out.println(answer${String(last.step)}.authenticationResult().accessToken());`,
        ]
      : []),
    '    }',
    '  }',
    javaCommon,
    ...(plan.prompts ? [javaPrompt] : []),
    javaHelper(plan),
    '}',
    '',
  ].join('\n')
}

const imports = [
  'import static java.nio.charset.StandardCharsets.UTF_8;',
  '',
  'import java.math.BigInteger;',
  'import java.net.URI;',
  'import java.nio.ByteBuffer;',
  'import java.security.*;',
  'import java.time.*;',
  'import java.time.format.DateTimeFormatter;',
  'import java.util.*;',
  'import javax.crypto.Mac;',
  'import javax.crypto.spec.SecretKeySpec;',
]

const javaCommon = `
  static String env(String name) {
    var value = System.getenv(name);
    if (value == null) throw new IllegalStateException("Set " + name + ".");
    return value;
  }

  static void report(String operation, String challenge) {
    System.err.println(operation + ": " + (challenge == null ? "done" : challenge));
  }`

const javaPrompt = `
  static final Scanner input = new Scanner(System.in);

  static String prompted(String name, String member) {
    var value = System.getenv(name);
    if (value != null && !value.isEmpty()) return value;
    System.err.print(member + ": ");
    return input.nextLine().trim();
  }`

export const javaFormat = {
  id: 'java',
  title: 'Java (AWS SDK v2)',
  note: 'the chain as a class, secrets as variables',
  extension: 'java',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
