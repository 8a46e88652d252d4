import { asCode } from '../code/as-code.ts'
import { chainPlan } from '../code/chain-plan.ts'
import { kebabCase } from '../code/name-words.ts'
import { shellScript, type ShellCaller } from '../code/shell-script.ts'
import type { ExportFormat } from './export-format.ts'

const awsCli: ShellCaller = {
  needs: 'the AWS CLI',
  functions: () => [
    '# The input goes through a private file: every process can read the arguments of another.',
    'umask 077',
    'INPUT=$(mktemp)',
    `trap 'rm -f "$INPUT"' EXIT`,
    'call() {',
    '  cat > "$INPUT"',
    '  aws cognito-idp "$@" --endpoint-url "$ENDPOINT" --region "$REGION" --output json \\',
    '    --cli-input-json "file://$INPUT"',
    '}',
  ],
  call: ({ operation, signed }) =>
    `call ${kebabCase(operation)}${signed ? '' : ' --no-sign-request'}`,
}

export const awsCliFormat = {
  id: 'aws-cli',
  title: 'AWS CLI script',
  note: 'the chain as a shell script, secrets as variables',
  extension: 'sh',
  ...asCode,
  write: (trace) => shellScript(chainPlan(trace), awsCli),
} as const satisfies ExportFormat
