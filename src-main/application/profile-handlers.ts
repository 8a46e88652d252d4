import { sharedProfile, sharedProfileFileName } from '#main/profiles/shared-profile.ts'
import type { Application, HandlersOf } from './application.ts'

/** The profiles; each change is told to the window, which shows what main has. */
export function profileHandlers({
  emit,
  profiles,
  settings,
  system,
  vault,
  writeFile,
}: Pick<Application, 'emit' | 'profiles' | 'settings' | 'system' | 'vault'> & {
  readonly writeFile: (path: string, text: string) => Promise<void>
}): HandlersOf<'profile'> {
  async function changed<T>(work: Promise<T>): Promise<T> {
    const result = await work
    emit({ type: 'profiles.changed', profiles: await profiles.list() })
    return result
  }
  return {
    'profile.list': async () => [...(await profiles.list())],
    'profile.use': ({ id }) => settings.change((file) => ({ ...file, lastProfileId: id })),
    'profile.create': (draft) => {
      vault.retryOpening()
      return changed(profiles.create(draft))
    },
    'profile.change': ({ draft, id }) => {
      vault.retryOpening()
      return changed(profiles.change(id, draft))
    },
    'profile.share': async ({ id }) => {
      const profile = await profiles.get(id)
      const path = await system.askWhereToSave(sharedProfileFileName(profile))
      if (path === undefined) return {}
      await writeFile(path, sharedProfile(profile))
      return { path }
    },
    'profile.endpoints': async ({ region }) => {
      const { derivedEndpoints } = await import('#main/http/derived-endpoints.ts')
      return [...(await derivedEndpoints(region))]
    },
    'profile.duplicate': ({ id }) => changed(profiles.duplicate(id)),
    'profile.delete': ({ id }) => changed(profiles.delete(id)),
    'profile.restore': ({ id }) => changed(profiles.restore(id)),
  }
}
