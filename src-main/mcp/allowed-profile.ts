import { reveal, type Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/wire/app-client.ts'

/** A profile whose pool the person lets an agent call. */
export interface AllowedProfile {
  readonly name: string
  readonly client: AppClient
  readonly region: string
  /** Empty at AWS. */
  readonly endpoint: string
}

/** Options of `sign-in` that go to the profile's pool, and the secrets beside them. */
export function profileOptions({ client, endpoint, region }: AllowedProfile) {
  const { clientId, clientSecret, userPoolId } = client
  return {
    options: {
      region,
      'user-pool-id': userPoolId,
      'client-id': clientId,
      endpoint: endpoint === '' ? undefined : endpoint,
    },
    secrets: { 'client-secret-env': clientSecret && reveal(clientSecret) },
    concealed: [clientSecret].filter((one): one is Secret => one !== undefined),
  }
}
