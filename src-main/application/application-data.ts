import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ApplicationData } from '#main/cli/command-line-io.ts'
import type { AllowedProfile } from '#main/mcp/allowed-profile.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { Vault } from '#main/vault/vault.ts'

/** What the application's data is read from. */
export interface ApplicationDataSource {
  readonly folder: string
  readonly vault: Vault
  readonly profiles: Pick<Profiles, 'list' | 'secretsOf'>
  /** As the settings say. */
  readonly keepHistory: boolean
}

/** Opens history and profiles of the application for reading. Nothing is created that is not there. */
export async function readApplicationData({
  folder,
  keepHistory,
  profiles,
  vault,
}: ApplicationDataSource): Promise<ApplicationData> {
  const list = await profiles.list()
  const shown = await Promise.all(
    list.map(async ({ clientId, endpoint, id, name, region, userPoolId }): Promise<AllowedProfile> => {
      const { clientSecret } = await profiles.secretsOf(id)
      const client = { userPoolId, clientId, ...(clientSecret && { clientSecret }) }
      return { name, client, region, endpoint }
    }),
  )
  const history = keepHistory ? await historyIn(folder, vault) : undefined
  return { profiles: shown, ...(history && { history }) }
}

async function historyIn(folder: string, vault: Vault) {
  const [key] = await vault.openDataKeys()
  const path = key && join(folder, `traces-${key.id}.db`)
  if (path === undefined || !existsSync(path)) return undefined
  const { openHistoryForReading } = await import('#main/trace-store/history-reader.ts')
  return openHistoryForReading({ path, key: key.key })
}
