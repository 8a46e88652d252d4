import { asCode } from '../code/as-code.ts'
import {
  chainPlan,
  type ChainPlan,
  type PlannedCall,
  type PlannedText,
} from '../code/chain-plan.ts'
import { headerLines, isSignInOperation, leftOutLine, stepLine } from '../code/code-header.ts'
import { writeText, type TextSyntax } from '../code/code-writer.ts'
import { goHelper, goHelperImports } from '../code/go-helper.ts'
import { quotedText } from '../code/quoted-text.ts'
import { typedInput, type TypedMember, type TypedValue } from '../code/typed-input.ts'
import type { ExportFormat } from './export-format.ts'
import { capitalized } from '../../units/capitalized.ts'

const go: TextSyntax = {
  literal: (value) => quotedText(String(value)),
  environment: (name) => `env(${quotedText(name)})`,
  prompt: (name, member) => `prompted(${quotedText(name)}, ${quotedText(member)})`,
  answer: (step, [first = '', ...others]) => {
    const answer = `answer${String(step)}.${capitalized(first)}`
    return first === 'ChallengeParameters' && others.length === 1
      ? `${answer}[${quotedText(others[0] ?? '')}]`
      : `aws.ToString(${[answer, ...others.map(capitalized)].join('.')})`
  },
  secretHash: (over) => `secretHash(${over})`,
  totpCode: 'totpCode()',
  srp: { A: 'srp.publicA()', signature: 'proof.signature', timestamp: 'proof.timestamp' },
}

const text = (value: PlannedText) => writeText(value, go)

function value(typed: TypedValue, indent: string): string {
  const deeper = `${indent}\t`
  switch (typed.kind) {
    case 'text':
      return `aws.String(${text(typed.text)})`
    case 'choice':
      // An untyped constant takes the type of the member.
      return typed.text.from === 'literal'
        ? text(typed.text)
        : `types.${typed.type}(${text(typed.text)})`
    case 'number':
      return `aws.Int32(${String(typed.value)})`
    case 'flag':
      return String(typed.value)
    case 'map':
      return `map[string]string{\n${typed.entries
        .map(([name, each]) => `${deeper}${quotedText(name)}: ${text(each)},\n`)
        .join('')}${indent}}`
    case 'structure':
      return `&types.${typed.type}${members(typed.members, indent)}`
    case 'list':
      return `[]${typed.type === undefined ? 'string' : `types.${typed.type}`}{\n${typed.items
        .map((item) => `${deeper}${listItem(item, deeper)},\n`)
        .join('')}${indent}}`
  }
}

const listItem = (item: TypedValue, indent: string): string =>
  item.kind === 'structure'
    ? members(item.members, indent)
    : item.kind === 'text'
      ? text(item.text)
      : value(item, indent)

const members = (all: readonly TypedMember[], indent: string): string =>
  `{\n${all
    .map(([name, each]) => `${indent}\t${capitalized(name)}: ${value(each, `${indent}\t`)},\n`)
    .join('')}${indent}}`

function callLines(call: PlannedCall): readonly string[] {
  const { operation, proofOf, step } = call
  const input = typedInput(call)
  if (!input) return [`\t// ${leftOutLine(call)}`, '']
  const answer = `answer${String(step)}`
  const challenge = isSignInOperation(operation) ? `string(${answer}.ChallengeName)` : '""'
  return [
    `\t// ${stepLine(call)}`,
    ...(proofOf === undefined
      ? []
      : [`\tproof := srp.proof(answer${String(proofOf)}.ChallengeParameters)`]),
    `\t${answer}, err := cognito.${operation}(ctx, &cip.${operation}Input${members(input, '\t')})`,
    '\tcheck(err)',
    `\treport("${operation}", ${challenge}, ${answer})`,
    '',
  ]
}

const clientLines = ({ endpoint, region }: ChainPlan, signed: boolean): readonly string[] => [
  `\tendpoint := os.Getenv("COGNITO_ENDPOINT")`,
  '\tif endpoint == "" {',
  `\t\tendpoint = ${quotedText(endpoint)}`,
  '\t}',
  ...(signed
    ? [
        `\tconfiguration, err := config.LoadDefaultConfig(ctx, config.WithRegion(${quotedText(region)}))`,
        '\tcheck(err)',
        '\tcognito := cip.NewFromConfig(configuration, func(options *cip.Options) {',
        '\t\toptions.BaseEndpoint = aws.String(endpoint)',
        '\t})',
      ]
    : [
        '\tcognito := cip.New(cip.Options{',
        `\t\tRegion: ${quotedText(region)},`,
        '\t\tBaseEndpoint: aws.String(endpoint),',
        '\t\tCredentials: aws.AnonymousCredentials{},',
        '\t})',
      ]),
]

function program(plan: ChainPlan): string {
  const { calls, target, usesSecretHash, usesSrp } = plan
  const signed = calls.some((call) => call.signed)
  const body = calls.flatMap(callLines)
  const standard = ['context', 'encoding/json', 'fmt', 'log', 'os', ...goHelperImports(plan)]
  const sdk = 'github.com/aws/aws-sdk-go-v2'
  const uses = (name: string) => body.some((line) => line.includes(name))
  return [
    ...headerLines(
      plan,
      'Needs Go 1.18 and the AWS SDK for Go v2. The last answer is printed, tokens included.',
    ).map((line) => `// ${line}`.trimEnd()),
    'package main',
    '',
    'import (',
    ...[...new Set(standard)].sort().map((name) => `\t"${name}"`),
    '',
    `\t"${sdk}/aws"`,
    ...(signed ? [`\t"${sdk}/config"`] : []),
    `\tcip "${sdk}/service/cognitoidentityprovider"`,
    ...(uses('types.') ? [`\t"${sdk}/service/cognitoidentityprovider/types"`] : []),
    ')',
    '',
    ...(usesSecretHash ? [`const clientID = ${quotedText(target.clientId)}`] : []),
    ...(usesSrp ? [`var poolID = ${text(plan.userPoolId)}`] : []),
    'var last any',
    '',
    'func main() {',
    '\tctx := context.Background()',
    ...clientLines(plan, signed),
    ...(usesSrp ? ['\tsrp := newSRP()'] : []),
    '',
    ...body,
    '\toutput, err := json.Marshal(last)',
    '\tcheck(err)',
    '\tfmt.Println(string(output))',
    '}',
    goCommon,
    goHelper(plan),
    '',
  ].join('\n')
}

const goCommon = `
func env(name string) string {
	value, ok := os.LookupEnv(name)
	if !ok {
		log.Fatalf("Set %s.", name)
	}
	return value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func report(operation, challenge string, answer any) {
	if challenge == "" {
		challenge = "done"
	}
	log.Printf("%s: %s", operation, challenge)
	last = answer
}`

export const goFormat = {
  id: 'go',
  title: 'Go (AWS SDK v2)',
  note: 'the chain as a program, secrets as variables',
  extension: 'go',
  ...asCode,
  write: (trace) => program(chainPlan(trace)),
} as const satisfies ExportFormat
