import type { Practice } from '#contract/routes/practice.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { regionOf } from '#contract/profile-checks.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { ProfileSecrets } from './profile-draft.ts'

/** A profile of the practice pool, with its client's secret. */
export interface PracticeProfile {
  readonly profile: Profile
  readonly secrets: ProfileSecrets
}

/** One profile for each client of each practice pool, in the pool's order; the first is default. */
export function practiceProfiles(
  { endpoint, pools }: Practice,
  clientSecret: (clientId: string) => Secret | undefined,
): readonly PracticeProfile[] {
  const ids = new Set<string>()
  return pools.flatMap(({ clients, name: poolName, userPoolId, users }) =>
    clients.map(({ authSessionValidity, clientId, flows, name }): PracticeProfile => {
      const short = `practice:${name}`
      const id = ids.has(short) ? `practice:${poolName}/${name}` : short
      ids.add(id)
      const secret = clientSecret(clientId)
      return {
        profile: {
          id,
          name: `Practice: ${name}`,
          colour: 'violet',
          production: false,
          practice: true,
          region: regionOf(userPoolId) ?? '',
          userPoolId,
          clientId,
          endpoint,
          username: users[0]?.username ?? '',
          flow: flows[0] ?? 'USER_SRP_AUTH',
          automatic: defaultAutomatic(),
          authSessionValidity,
          asAdmin: false,
          awsProfile: '',
          proxy: '',
          caFile: '',
          trustedCertificates: [],
          clientCertificateFile: '',
          clientKeyFile: '',
          hasClientSecret: secret !== undefined,
          hasTotpSecret: false,
          hasProxyPassword: false,
          unreadable: [],
        },
        secrets: secret ? { clientSecret: secret } : {},
      }
    }),
  )
}
