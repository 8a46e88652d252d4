import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import type { Arguments, Option } from './command.ts'
import type { CommandLineIo } from './command-line-io.ts'
import { historyOptions, keptRunsFrom } from './kept-runs.ts'
import { argumentSecrets } from './sign-in/argument-secrets.ts'

/** What a command that reads recordings is told of their app client. */
export const recordingOptions = {
  'client-id': { value: 'C', help: 'App client that the secret belongs to; any by default.' },
  'client-secret-env': {
    value: 'VAR',
    help: 'Variable that holds the client secret, to check SECRET_HASH.',
  },
  'totp-secret-env': {
    value: 'VAR',
    help: 'Variable that holds the user’s TOTP secret, to check its codes.',
  },
  ...historyOptions,
} as const satisfies Readonly<Record<string, Option>>

/** How a command reads a recording. @throws UsageError when the variable is not set */
export function recordingPorts(args: Arguments, io: CommandLineIo): ReadRecordingPorts {
  const secrets = argumentSecrets(args, io)
  const clientSecret = secrets.fromEnvironment('client-secret-env', 'client secret')
  const totpSecret = secrets.fromEnvironment('totp-secret-env', 'totp secret')
  const keptRunsOf = keptRunsFrom(args, io)
  const only = args.text('client-id')
  return {
    application: `Authscope ${io.version}`,
    signal: io.interrupted,
    ...(keptRunsOf && { keptRunsOf }),
    profileOf: ({ clientId, target }) =>
      (clientSecret ?? totpSecret) && (only === undefined || only === clientId)
        ? {
            profileId: '',
            target: { ...target, profileName: 'command line' },
            ...(clientSecret && { clientSecret }),
            totpSecretOf: () => totpSecret,
          }
        : undefined,
  }
}
