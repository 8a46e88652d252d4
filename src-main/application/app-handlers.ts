import { readFile } from 'node:fs/promises'
import type { Notice, Storage } from '#contract/routes/app.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Application, HandlersOf } from './application.ts'

/** The application itself, its settings, and where it keeps secrets. */
export function appHandlers({
  emit,
  isSaved,
  practice,
  proxyPassword,
  quarantined,
  settings,
  storageChosen,
  system,
  vault,
}: Pick<
  Application,
  | 'emit'
  | 'isSaved'
  | 'practice'
  | 'proxyPassword'
  | 'quarantined'
  | 'settings'
  | 'system'
  | 'vault'
> & {
  /** Told when the person has chosen what is kept, and where. */
  readonly storageChosen: () => Promise<void>
}): HandlersOf<'app' | 'storage' | 'settings' | 'text'> {
  const storage = async (): Promise<Storage> => ({
    ...(await vault.storage()),
    quarantined: [...(await quarantined())],
  })

  return {
    'app.state': () =>
      Promise.resolve({
        version: system.version,
        electron: system.electron,
        platform: system.platform,
        locale: system.locale,
        dataFolder: system.dataFolder,
        settings: settings.value().settings,
        hasProxyPassword: proxyPassword.isSaved(),
        lastProfileId: settings.value().lastProfileId ?? '',
        practice: practice().state(),
      }),
    'app.ready': () => {
      system.windowIsReady()
    },
    'app.setMenu': ({ commands }) => {
      system.setMenu(commands)
      return Promise.resolve()
    },
    'app.takeOfferedFile': () => {
      const path = system.takeOfferedFile()
      return Promise.resolve(path === undefined ? {} : { path })
    },
    'app.openDataFolder': () => system.openPath(system.dataFolder),
    'app.openQuarantined': async ({ path }) => {
      const files = await quarantined()
      if (!files.some((file) => file.path === path))
        throw new BridgeError('file-refused', 'Only quarantined files are opened this way.')
      await system.openPath(path)
    },
    'app.showSavedFile': ({ path }) => {
      if (!isSaved(path))
        throw new BridgeError('file-refused', 'Only files that were saved here are shown this way.')
      system.showInFolder(path)
      return Promise.resolve()
    },
    'app.thirdPartyNotices': async () =>
      system.noticesFile
        ? (JSON.parse(await readFile(system.noticesFile, 'utf8')) as Notice[])
        : [],
    'app.openLink': async ({ link }) => {
      if (!(await system.openLink(link)))
        throw new BridgeError(
          'link-refused',
          'Only links to the documentation of AWS and Authscope can be opened.',
        )
    },
    'storage.state': storage,
    'storage.consent': async ({ choice }) => {
      await vault.choose(choice)
      await storageChosen()
      return storage()
    },
    'settings.change': async (changes) => {
      const inputs = Object.entries(changes).filter(([, value]) => value !== undefined)
      await settings.change((file) => ({
        ...file,
        settings: { ...file.settings, ...Object.fromEntries(inputs) },
      }))
      const changed = settings.value().settings
      system.apply(changed)
      if (changes.keepHistory !== undefined) await storageChosen()
      emit({ type: 'settings.changed', settings: changed })
      return changed
    },
    'settings.keepProxyPassword': async ({ password }) => {
      await proxyPassword.keep(password ?? null)
      return { hasProxyPassword: proxyPassword.isSaved() }
    },
    'text.copy': ({ text }) => system.clipboard.write(text),
  }
}
