import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { createDevices } from '#main/devices/devices.ts'
import { createDraggedFiles } from '#main/export/dragged-files.ts'
import { emitterOnDemand } from '#main/ipc/emitter-on-demand.ts'
import type { Emit } from '#main/ipc/emitter.ts'
import type { Dispatch, Log } from '#main/ipc/router.ts'
import { createPasskeys } from '#main/passkeys/passkeys.ts'
import { createProfiles } from '#main/profiles/profiles.ts'
import type { Document, WriteFile } from '#main/settings/document.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import type { SecretBox } from '#main/vault/secret-box.ts'
import { createProxyPassword } from '#main/vault/proxy-password.ts'
import { openVault } from '#main/vault/vault.ts'
import type { Application } from './application.ts'
import { dispatchByArea } from './dispatch.ts'
import { openHistory } from './history.ts'
import { knownValues } from './known-values.ts'
import { openDocuments } from './open-documents.ts'
import { loadOnDemand } from './load-on-demand.ts'
import { loadPorts as ports } from './load-ports.ts'
import { profileNetwork } from './profile-network.ts'
import { runningPractice } from './running-practice.ts'
import { savedFiles } from './saved-files.ts'
import { secretClipboard } from './secret-clipboard.ts'
import type { System } from './system.ts'
import { tidyDataFolder } from './tidy-data-folder.ts'

/** What the application is made of; Electron gives it in the window, fakes in tests. */
export interface Dependencies {
  readonly system: System
  /** Opened before the rest, since the window's place and theme are in it. */
  readonly settings: Document<SettingsFile>
  /** Until then, only what the window shows first is loaded; absent without a window. */
  readonly firstPaint?: Promise<void>
  /** Called with the first use of a secret. */
  readonly box: () => SecretBox | Promise<SecretBox>
  readonly write: WriteFile
  readonly emit: Emit
  readonly log: Log
}

/** The application at work, without a window. */
export interface RunningApplication {
  readonly dispatch: Dispatch
  /** Starts the practice pool, which nothing else waits for. */
  readonly startPractice: () => Promise<void>
  readonly close: () => Promise<void>
}

const randomHex = (bytes: number) => randomBytes(bytes).toString('hex')

/** Puts the application together: the one place where every part meets every other. */
export function startApplication(parts: Dependencies): RunningApplication {
  const { box, log, settings, write } = parts
  const { isSaved, system } = savedFiles(parts.system)
  const emit = emitterOnDemand(parts.emit, log)
  tidyDataFolder(system.dataFolder)
  const documents = openDocuments(system.dataFolder, write)
  const vault = openVault({ box, document: documents.vault, randomHex })
  const { close: stopPractice, port: practice, start } = runningPractice({ emit, log })
  const proxyPassword = createProxyPassword({ document: documents.proxy, vault })
  const profiles = createProfiles({
    document: documents.profiles,
    vault,
    newId: randomUUID,
    practice: () => practice().profiles(),
  })
  const passkeys = createPasskeys({ document: documents.passkeys, vault, newId: randomUUID })
  const devices = createDevices({ document: documents.devices, vault, newId: randomUUID })

  const runs = () => history.runs()
  const known = knownValues({
    profiles,
    practice,
    lastRefreshToken: async (profileId, username) =>
      // A history is not begun for a question that an empty one answers.
      history.isEmpty() ? undefined : (await runs()).lastRefreshToken(profileId, username),
  })
  const observers = async () => {
    const { runObservers } = await import('./run-observers/index.ts')
    return runObservers({ devices, emit, known, log, ports, runs })
  }
  const history = openHistory({
    settings,
    vault,
    emit,
    system,
    practice,
    observers,
    proxyPassword,
  })
  const application: Application = {
    system,
    settings,
    vault,
    profiles,
    emit,
    practice,
    proxyPassword,
    isSaved,
    clipboard: secretClipboard(system.clipboard),
    networkOf: profileNetwork({ profiles, settings, system, proxyPassword }),
    quarantined: async () => [
      ...[settings, ...Object.values(documents)].flatMap(({ quarantined }) => quarantined),
      ...(await history.quarantined()),
    ],
  }
  const signIns = loadOnDemand(async () => {
    const { signIns } = await import('./sign-ins.ts')
    return signIns({ ...application, devices, known, passkeys, runs })
  })
  const watching = loadOnDemand(async () => {
    const { createWatching } = await import('./watching.ts')
    return createWatching({ ...application, runs })
  })
  const draggedFiles = createDraggedFiles(tmpdir())
  const dispatch = dispatchByArea(
    {
      ...application,
      devices,
      draggedFiles,
      isHistoryEmpty: history.isEmpty,
      known,
      passkeys,
      ports,
      runs,
      signIns: signIns.get,
      watching: watching.get,
      presentWatching: watching.present,
      storageChosen: async () => {
        for (const { storeSecrets } of [profiles, passkeys, devices, proxyPassword])
          await storeSecrets()
        await history.switchStore()
      },
    },
    { firstPaint: parts.firstPaint, log },
  )
  return {
    dispatch,
    startPractice: () => start(profiles),
    close: async () => {
      // Until now a deleted profile could have come back, and wanted its passkeys and devices.
      for (const id of profiles.deleted())
        for (const { deleteOf } of [passkeys, devices]) await deleteOf(id)
      const closing = [
        application.clipboard.clear,
        async () => (await watching.present())?.stop(),
        history.close,
        stopPractice,
        draggedFiles.clear,
      ]
      for (const close of closing) await close()
    },
  }
}
