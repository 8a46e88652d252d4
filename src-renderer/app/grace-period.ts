import type { Practice } from '#contract/routes/practice.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { ShownPoolSettings } from '#contract/routes/probes.ts'

/**
 * Seconds for which the app client of a profile accepts a replaced refresh token: as the practice
 * pool has it, or as its settings were read with AWS credentials. Undefined where nobody knows.
 */
export function gracePeriodOf(
  { clientId, userPoolId }: Pick<Profile, 'clientId' | 'userPoolId'>,
  practice: Practice | undefined,
  settings: ShownPoolSettings | undefined,
): number | undefined {
  const client = practice?.pools
    .find((pool) => pool.userPoolId === userPoolId)
    ?.clients.find((one) => one.clientId === clientId)
  if (client) return client.retryGracePeriodSeconds
  const rotation = settings?.parts
    .flatMap(({ members }) => members)
    .find(({ name }) => name === 'RefreshTokenRotation')
  const seconds = /"RetryGracePeriodSeconds":\s*(\d+)/.exec(rotation?.value ?? '')?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}
