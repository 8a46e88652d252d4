import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Profiles } from '#main/profiles/profiles.ts'

/** The client secret of a profile, where it has one. @throws BridgeError `secret-unreadable` */
export async function clientSecretOf(
  profiles: Pick<Profiles, 'secretsOf'>,
  { id, unreadable }: Profile,
): Promise<Secret | undefined> {
  const { clientSecret } = await profiles.secretsOf(id)
  if (!clientSecret && unreadable.includes('client secret'))
    throw new BridgeError(
      'secret-unreadable',
      'The client secret of this profile cannot be decrypted with the current keyring. Enter it in the profile again, or unlock the original keyring.',
    )
  return clientSecret
}
