import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import type { Command } from '../command.ts'
import { historyOptions } from '../kept-runs.ts'
import { networkOptions } from '../network-options.ts'
import { paint } from '../paint.ts'
import { automaticOptions } from '../sign-in/automatic-options.ts'
import { destinationOptions } from '../sign-in/destination-options.ts'
import { exportOptions } from '../sign-in/export-options.ts'
import { outcomeStatus } from '../sign-in/outcome-status.ts'
import { performSignIn } from '../sign-in/perform.ts'
import { fieldOptions } from '../sign-in/field-options.ts'
import { signInReport } from '../sign-in/report.ts'
import { assertTraceFiles, saveTraces, writeReport } from '../sign-in/save-traces.ts'
import { signInText } from '../sign-in/text.ts'

export const signIn: Command = {
  name: 'sign-in',
  summary: 'Signs a user in, and shows every step of it.',
  usage: [
    '--practice [--username U] [--client NAME] [--flow F]',
    '[--region R] [--endpoint URL] --user-pool-id P --client-id C [--flow F] --username U …',
  ],
  options: {
    ...destinationOptions,
    flow: { value: 'F', help: 'AuthFlow; USER_SRP_AUTH by default.' },
    ...fieldOptions(),
    parameter: { value: 'K=V', many: true, help: 'An extra AuthParameter, sent unchanged.' },
    metadata: { value: 'K=V', many: true, help: 'A ClientMetadata entry, sent with every call.' },
    'session-env': { value: 'VAR', help: 'Variable that holds a Session to start with.' },
    'ip-address': { value: 'IP', help: 'UserContextData.IpAddress.' },
    'encoded-data-env': { value: 'VAR', help: 'Variable that holds UserContextData.EncodedData.' },
    'analytics-endpoint-id': { value: 'ID', help: 'AnalyticsMetadata.AnalyticsEndpointId.' },
    'totp-secret-env': { value: 'VAR', help: 'Variable that holds the TOTP secret, in base32.' },
    'new-password-env': {
      value: 'VAR',
      help: 'Variable that holds the new password, if one is required.',
    },
    'device-file': { value: 'FILE', help: 'Sign in with the remembered device in this file.' },
    'remember-device': { help: 'Confirm a new device, and write its keys to --device-file.' },
    'answers-stdin': { help: 'Answers as a JSON object on standard input; see below.' },
    passkey: { help: 'Answer WEB_AUTHN with a stored passkey; see below.' },
    'inject-fault': {
      value: 'NAME',
      help: 'Inject a fault into one call; the names are below.',
      formerly: 'mistake',
    },
    ...automaticOptions,
    'stop-at': { value: 'N', help: 'Leave the Nth challenge unanswered.' },
    'as-admin': {
      help: 'As an administrator, with AWS credentials (environment, ~/.aws, SSO).',
    },
    'aws-profile': { value: 'NAME', help: 'Profile of ~/.aws/config, for --as-admin.' },
    'server-name': { value: 'HOST', help: 'ContextData.ServerName, for --as-admin.' },
    'server-path': { value: 'PATH', help: 'ContextData.ServerPath, for --as-admin.' },
    'http-header': {
      value: 'K=V',
      many: true,
      help: 'One of ContextData.HttpHeaders, for --as-admin.',
    },
    ...networkOptions,
    ...historyOptions,
    timeout: {
      value: 'S',
      help: 'Timeout per call in seconds, retries included; 30 by default.',
    },
    ...exportOptions,
    json: { help: 'One JSON object: outcome, steps, tokens.' },
    reveal: { help: 'Print the tokens themselves too.' },
  },
  notes: [
    'Secrets come from environment variables or standard input, never from the command line.',
    '',
    '--answers-stdin reads {"KEY": "value", …}: keys of challenge answers (SMS_MFA_CODE) and of',
    'AuthParameters (PASSWORD). An object under a challenge’s name is the whole answer to it, as in',
    '{"CUSTOM_CHALLENGE": {"ANSWER": "…"}}. Standard input is read when something is first missing,',
    'so that a code can be written there once it has arrived.',
    '',
    '--passkey uses the newest stored passkey that Cognito allows. It needs the application',
    'itself (authscope sign-in …), whose hidden window signs, and on Linux a display.',
    '',
    '--inject-fault injects one of these, once, into the first call that it applies to:',
    ...[...requestFaults.values()].map(({ name, title }) => `  ${name.padEnd(30)} ${title}`),
    '',
    'Exit status: 0 tokens, 3 challenge left unanswered, 4 refused by the service, 1 otherwise, also',
    'when --inject-fault named a fault that applies to no call of the sign-in.',
  ],
  run: async (args, io) => {
    await assertTraceFiles(args)
    const done = await performSignIn(args, io)
    const report = signInReport(done, args.has('reveal'))
    writeReport(
      args.has('json')
        ? `${JSON.stringify(report)}\n`
        : signInText(done, report, paint(io.colours)),
      args,
      io,
    )
    await saveTraces(done.stored, args, io)
    return outcomeStatus(report)
  },
}
