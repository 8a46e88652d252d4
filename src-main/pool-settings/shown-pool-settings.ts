import type { ShownPoolSettings } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { SendOperation } from '#main/http/send-operation.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import { checkSettings } from './check-settings.ts'
import { readSettings } from './read-settings.ts'

/** Reads the settings of a profile with its AWS credentials, and checks its default flow. */
export async function shownPoolSettings(
  { awsProfile, clientId, flow, userPoolId, username }: Profile,
  { client, endpoint, region, target, timeoutMs }: ProfileRunRequest,
  send: SendOperation,
): Promise<ShownPoolSettings> {
  const read = await readSettings(
    { userPoolId, clientId, username },
    send,
    {
      region,
      ...(endpoint !== undefined && { endpoint }),
      credentials: target.practice
        ? { kind: 'practice' }
        : { kind: 'chain', ...(awsProfile !== '' && { profile: awsProfile }) },
    },
    { timeoutMs },
  )
  const part = (title: string, members: object | undefined): ShownPoolSettings['parts'] =>
    members
      ? [
          {
            title,
            members: Object.entries(members).map(([name, value]) => ({
              name,
              value: JSON.stringify(value),
            })),
          },
        ]
      : []
  const findings = checkSettings(read, { flow, hasSecret: client.clientSecret !== undefined })
  return {
    parts: [
      ...part('App client', read.client && { ...read.client, 'has a secret': read.hasSecret }),
      ...part('User', read.user),
      ...part('MFA', read.mfa),
      ...part('User pool', read.pool),
    ],
    findings: findings.map(({ lines, ...finding }) => ({ ...finding, lines: [...lines] })),
    refused: [...read.refused],
  }
}
