import { asCode } from '../code/as-code.ts'
import { chainPlan } from '../code/chain-plan.ts'
import { quoted, shellScript, type ShellCaller } from '../code/shell-script.ts'
import type { ExportFormat } from './export-format.ts'

const curl: ShellCaller = {
  needs: 'curl 7.75 or later',
  functions: ({ calls }) => [
    'call() {',
    '  curl --silent --show-error "$ENDPOINT/" --data-binary @- \\',
    `    --header 'Content-Type: application/x-amz-json-1.1' \\`,
    '    --header "X-Amz-Target: AWSCognitoIdentityProviderService.$1"',
    '}',
    ...(calls.some(({ signed }) => signed)
      ? [
          '',
          '# Signed with AWS credentials, as an administrator.',
          'call_signed() {',
          '  curl --silent --show-error "$ENDPOINT/" --data-binary @- \\',
          '    --aws-sigv4 "aws:amz:$REGION:cognito-idp" \\',
          '    --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\',
          '    ${AWS_SESSION_TOKEN:+--header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"} \\',
          `    --header 'Content-Type: application/x-amz-json-1.1' \\`,
          '    --header "X-Amz-Target: AWSCognitoIdentityProviderService.$1"',
          '}',
        ]
      : []),
  ],
  call: ({ operation, signed }) => `${signed ? 'call_signed' : 'call'} ${quoted(operation)}`,
}

export const curlFormat = {
  id: 'curl',
  title: 'curl script',
  note: 'the chain as a shell script, secrets as variables',
  extension: 'sh',
  ...asCode,
  write: (trace) => shellScript(chainPlan(trace), curl),
} as const satisfies ExportFormat
