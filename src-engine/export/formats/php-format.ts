import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines, stepLine } from '../code/code-header.ts'
import { writeText, writeValue, type CodeSyntax } from '../code/code-writer.ts'
import { phpHelper } from '../code/php-helper.ts'
import { bracedUnicode, quotedText } from '../code/quoted-text.ts'
import type { ExportFormat } from './export-format.ts'

/** Single quotes, between which hardly anything has a meaning, but where something cannot be seen. */
const quoted = (text: string): string =>
  /[\p{C}\p{Zl}\p{Zp}]/u.test(text)
    ? quotedText(text, bracedUnicode, '$')
    : `'${text.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`

const php: CodeSyntax = {
  literal: (value) => (typeof value === 'string' ? quoted(value) : String(value)),
  environment: (name) => `env(${quoted(name)})`,
  prompt: (name, member) => `prompted(${quoted(name)}, ${quoted(member)})`,
  answer: (step, path) =>
    `$answer${String(step)}${path.map((name) => `[${quoted(name)}]`).join('')}`,
  secretHash: (over) => `secretHash(${over}, $clientId)`,
  totpCode: 'totpCode()',
  srp: {
    A: '$srp->publicA()',
    signature: `$proof['signature']`,
    timestamp: `$proof['timestamp']`,
  },
  brackets: ['[', ']'],
  key: (name) => `${quoted(name)} => `,
}

/** A comment of one line ends at `?>`, too, and what follows would leave PHP. */
const comment = (line: string): string => `// ${line.replaceAll('?>', '? >')}`.trimEnd()

function callLines(call: PlannedCall): readonly string[] {
  const { input, operation, proofOf, step } = call
  const answer = `$answer${String(step)}`
  const method = operation.charAt(0).toLowerCase() + operation.slice(1)
  return [
    comment(stepLine(call)),
    ...(proofOf === undefined
      ? []
      : [`$proof = $srp->proof($answer${String(proofOf)}['ChallengeParameters']);`]),
    `${answer} = $cognito->${method}(${writeValue(input, php, '    ')});`,
    `fwrite(STDERR, '${operation}: ' . (${answer}['ChallengeName'] ?? 'done') . "\\n");`,
    '',
  ]
}

function script(plan: ChainPlan): string {
  const { calls, endpoint, region, target, usesSecretHash, usesSrp } = plan
  const signed = calls.some((call) => call.signed)
  return [
    '<?php',
    '',
    ...headerLines(
      plan,
      `Needs PHP 8${usesSrp ? ' with gmp' : ''} and aws/aws-sdk-php. The last answer is printed, tokens included.`,
    ).map(comment),
    'use Aws\\CognitoIdentityProvider\\CognitoIdentityProviderClient;',
    '',
    `require 'vendor/autoload.php';`,
    phpCommon,
    ...(plan.prompts ? [phpPrompt] : []),
    phpHelper(plan),
    '',
    ...(usesSecretHash ? [`$clientId = ${quoted(target.clientId)};`] : []),
    '$cognito = new CognitoIdentityProviderClient([',
    `    'version' => '2016-04-18',`,
    `    'region' => ${quoted(region)},`,
    `    'endpoint' => getenv('COGNITO_ENDPOINT') ?: ${quoted(endpoint)},`,
    ...(signed ? [] : [`    'credentials' => false,`]),
    ']);',
    ...(usesSrp ? [`$srp = new Srp(${writeText(plan.userPoolId, php)});`] : []),
    '',
    ...calls.flatMap(callLines),
    ...(calls.length > 0
      ? [`echo json_encode($answer${String(calls.at(-1)?.step ?? 1)}->toArray()), "\\n";`]
      : []),
    '',
  ].join('\n')
}

const phpCommon = `
function env(string $name): string
{
    $value = getenv($name);
    if ($value === false) {
        exit("Set $name.\\n");
    }
    return $value;
}`

const phpPrompt = `
function prompted(string $name, string $member): string
{
    $value = getenv($name);
    if ($value !== false && $value !== '') {
        return $value;
    }
    fwrite(STDERR, "$member: ");
    return trim((string) fgets(STDIN));
}`

export const phpFormat = {
  id: 'php',
  title: 'PHP (AWS SDK)',
  note: 'the chain as a script, secrets as variables',
  extension: 'php',
  ...asCode,
  write: (trace) => script(chainPlan(trace)),
} as const satisfies ExportFormat
