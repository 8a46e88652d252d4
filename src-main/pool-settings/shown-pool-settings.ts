import type { SettingsComparison, ShownPoolSettings } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { SendOperation } from '#main/http/send-operation.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import { checkSettings } from './check-settings.ts'
import { settingsDifferences } from './compare-settings.ts'
import { readSettings, type PoolSettings } from './read-settings.ts'
import { settingsSummary } from './settings-summary.ts'

/** A profile, what its calls begin with, and what sends them. */
export interface ReadableProfile {
  readonly profile: Profile
  readonly start: ProfileRunRequest
  readonly send: SendOperation
}

/** Reads the settings of a profile with its AWS credentials, and checks every flow against them. */
export async function shownPoolSettings(readable: ReadableProfile): Promise<ShownPoolSettings> {
  const read = await settingsOf(readable)
  const hasSecret = readable.start.client.clientSecret !== undefined
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
  return {
    parts: [
      ...part('App client', read.client && { ...read.client, 'has a secret': read.hasSecret }),
      ...part('User', read.user),
      ...part('MFA', read.mfa),
      ...part('User pool', read.pool),
    ],
    flows: [...flows.keys()].map((flow) => ({
      flow,
      summary: settingsSummary(read, flow),
      findings: checkSettings(read, { flow, hasSecret }).map(({ lines, ...finding }) => ({
        ...finding,
        lines: [...lines],
      })),
    })),
    refused: [...read.refused],
  }
}

/** Compares the settings of two profiles, member by member. */
export async function comparedPoolSettings(
  one: ReadableProfile,
  other: ReadableProfile,
): Promise<SettingsComparison> {
  const [before, after] = await Promise.all([settingsOf(one), settingsOf(other)])
  const { client, mfa, pool } = settingsDifferences(before, after)
  return {
    parts: [
      { title: 'App client', differences: [...client] },
      { title: 'MFA', differences: [...mfa] },
      { title: 'User pool', differences: [...pool] },
    ],
    refused: [...before.refused, ...after.refused],
  }
}

const settingsOf = ({
  profile: { awsProfile, clientId, userPoolId, username },
  send,
  start: { endpoint, region, target, timeoutMs },
}: ReadableProfile): Promise<PoolSettings> =>
  readSettings(
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
