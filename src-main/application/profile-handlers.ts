import type { Application, HandlersOf } from './application.ts'

/** The profiles; each change is told to the window, which shows what main has. */
export function profileHandlers({
  emit,
  profiles,
  settings,
}: Pick<Application, 'emit' | 'profiles' | 'settings'>): HandlersOf<'profile'> {
  async function changed<T>(work: Promise<T>): Promise<T> {
    const result = await work
    emit({ type: 'profiles.changed', profiles: await profiles.list() })
    return result
  }
  return {
    'profile.list': async () => [...(await profiles.list())],
    'profile.use': ({ id }) => settings.change((file) => ({ ...file, lastProfileId: id })),
    'profile.create': (draft) => changed(profiles.create(draft)),
    'profile.change': ({ draft, id }) => changed(profiles.change(id, draft)),
    'profile.duplicate': ({ id }) => changed(profiles.duplicate(id)),
    'profile.delete': ({ id }) => changed(profiles.delete(id)),
    'profile.restore': ({ id }) => changed(profiles.restore(id)),
  }
}
