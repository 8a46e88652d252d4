import { flows } from '#engine/catalogue/flows/index.ts'
import type { CredentialSource } from '#main/aws-credentials/aws-credentials.ts'
import { openSender } from '#main/http/send-operation.ts'
import { checkSettings, type SettingsFinding } from '#main/pool-settings/check-settings.ts'
import {
  settingsDifferences,
  type SettingDifference,
} from '#main/pool-settings/compare-settings.ts'
import { readSettings, type PoolSettings } from '#main/pool-settings/read-settings.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import { networkFrom, networkOptions } from '../network-options.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'
import { namedDestination } from '../sign-in/destination.ts'
import { destinationOptions } from '../sign-in/destination-options.ts'

/** Milliseconds that one call may take. */
const timeoutMs = 30_000

export const settings: Command = {
  name: 'settings',
  summary:
    'Reads pool, app client, MFA and user with AWS credentials, and checks a flow against them.',
  usage: [
    '--practice [--client NAME] [--username U] [--flow F]',
    '[--region R] --user-pool-id P --client-id C [--username U] [--flow F] …',
  ],
  options: {
    ...destinationOptions,
    username: { value: 'U', help: 'Also read this user (AdminGetUser).' },
    flow: { value: 'F', help: 'AuthFlow to check against the settings; USER_SRP_AUTH by default.' },
    'aws-profile': {
      value: 'NAME',
      help: 'Profile of ~/.aws/config that the credentials come from.',
    },
    'compare-client-id': { value: 'C', help: 'Compare with this app client, member by member.' },
    'compare-user-pool-id': {
      value: 'P',
      help: 'Compare with this pool; its client needs --compare-client-id.',
    },
    ...networkOptions,
    json: { help: 'One JSON object: settings, findings, differences.' },
  },
  notes: [
    'Only reads: DescribeUserPool, DescribeUserPoolClient, GetUserPoolMfaConfig, AdminGetUser. The',
    'client secret is not printed. Findings include the commands that fix them.',
    '',
    'Exit status: 0 the settings allow the flow, 4 they do not, 1 nothing could be read.',
  ],
  run: async (args, io) => {
    const flow = args.text('flow') ?? 'USER_SRP_AUTH'
    // One that does not exist is in no setting, so that nothing would speak against it.
    if (!flows.has(flow))
      throw new UsageError(`--flow is one of ${[...flows.keys()].join(', ')}, not “${flow}”.`)
    const destination = args.has('practice')
      ? await (await import('../sign-in/practice-destination.ts')).practiceDestination(args)
      : await namedDestination(args, argumentSecrets(args, io))
    const sender = openSender()
    try {
      const { client, target } = destination
      const read = (of: { userPoolId: string; clientId: string; username: string }) =>
        readSettings(
          of,
          sender.send,
          {
            region: target.region,
            network: networkFrom(args, io),
            credentials: credentialsOf(args),
            ...(target.endpoint !== '' && { endpoint: target.endpoint }),
          },
          { timeoutMs, signal: io.interrupted },
        )
      const { clientId, userPoolId } = target
      const username = args.text('username') ?? ''
      const found = await read({ userPoolId, clientId, username })
      const findings = checkSettings(found, {
        flow,
        hasSecret: client.clientSecret !== undefined,
      })
      const otherPool = args.text('compare-user-pool-id')
      const otherClient = args.text('compare-client-id')
      const other =
        otherPool === undefined && otherClient === undefined
          ? undefined
          : await read({
              userPoolId: otherPool ?? userPoolId,
              clientId: otherClient ?? clientId,
              username: '',
            })
      const differences = other && settingsDifferences(found, other)
      io.write(
        args.has('json')
          ? `${JSON.stringify({ settings: found, findings, ...(differences && { differences }) })}\n`
          : settingsText(found, findings, differences, paint(io.colours)),
      )
      if (!found.pool && !found.client) return exitStatus.failed
      return findings.some(({ level }) => level === 'bad') ? exitStatus.refused : exitStatus.done
    } finally {
      sender.close()
      await destination.close()
    }
  },
}

function settingsText(
  found: PoolSettings,
  findings: readonly SettingsFinding[],
  differences: Readonly<Record<string, readonly SettingDifference[]>> | undefined,
  painted: Paint,
): string {
  const section = (title: string, value: object | undefined) =>
    value
      ? [
          `${painted.strong(title)}\n`,
          ...Object.entries(value).map(
            ([name, member]) =>
              `  ${name.padEnd(30)} ${stripControlCharacters(JSON.stringify(member))}\n`,
          ),
        ]
      : []
  return [
    ...section('User pool', found.pool),
    ...section('App client', found.client && { ...found.client, 'has a secret': found.hasSecret }),
    ...section('MFA', found.mfa),
    ...section('User', found.user),
    ...found.refused.map(
      ({ operation, message }) => `${painted.bad(operation)} ${stripControlCharacters(message)}\n`,
    ),
    ...findings.flatMap(({ code, level, lines, text }) => [
      `\n${painted[level](level)} ${text} ${painted.faint(code)}\n`,
      ...lines.map(
        (line) => `  ${painted.faint(line.kind)}  ${stripControlCharacters(line.text)}\n`,
      ),
    ]),
    ...Object.entries(differences ?? {}).flatMap(([what, members]) =>
      members.map(
        ({ after, before, member }) =>
          `${what} ${painted.strong(member)}: ${stripControlCharacters(`${before || 'absent'} → ${after || 'absent'}`)}\n`,
      ),
    ),
  ].join('')
}

function credentialsOf(args: Arguments): CredentialSource {
  if (args.has('practice')) return { kind: 'practice' }
  const profile = args.text('aws-profile')
  return { kind: 'chain', ...(profile !== undefined && { profile }) }
}
