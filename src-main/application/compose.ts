import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { contract } from '#contract/contract.ts'
import { createDevices } from '#main/devices/devices.ts'
import { createDraggedFiles } from '#main/export/dragged-files.ts'
import { createEmitter, type Emit } from '#main/ipc/emitter.ts'
import { createRouter, type Dispatch, type Log } from '#main/ipc/router.ts'
import { createPasskeys } from '#main/passkeys/passkeys.ts'
import { createProfiles } from '#main/profiles/profiles.ts'
import type { Document, WriteFile } from '#main/settings/document.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import type { SecretBox } from '#main/vault/secret-box.ts'
import { createProxyPassword } from '#main/vault/proxy-password.ts'
import { openVault } from '#main/vault/vault.ts'
import type { Application } from './application.ts'
import { handlersOf } from './handlers.ts'
import { openHistory } from './history.ts'
import { knownValues } from './known-values.ts'
import { openDocuments } from './open-documents.ts'
import { loadPorts as ports } from './load-ports.ts'
import { profileAuthenticators } from './profile-authenticators.ts'
import { profileNetwork } from './profile-network.ts'
import { runObservers } from './run-observers/index.ts'
import { runningPractice } from './running-practice.ts'
import { savedFiles } from './saved-files.ts'
import { secretClipboard } from './secret-clipboard.ts'
import { signInDevices } from './sign-in-devices.ts'
import { startSignIn } from './start-sign-in.ts'
import type { System } from './system.ts'
import { tidyDataFolder } from './tidy-data-folder.ts'
import { createWatching } from './watching.ts'

/** What the application is made of; Electron gives it in the window, fakes in tests. */
export interface Dependencies {
  readonly system: System
  /** Opened before the rest, since the window's place and theme are in it. */
  readonly settings: Document<SettingsFile>
  readonly box: SecretBox
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
export async function startApplication(parts: Dependencies): Promise<RunningApplication> {
  const { box, log, settings, write } = parts
  const { isSaved, system } = savedFiles(parts.system)
  const emit = createEmitter(parts.emit, log)
  tidyDataFolder(system.dataFolder)
  const documents = openDocuments(system.dataFolder, write)
  const vault = await openVault({ box, document: documents.vault, randomHex })
  const { close: stopPractice, port: practice, start } = runningPractice({ emit, log })
  const newId = randomUUID
  const proxyPassword = createProxyPassword({ document: documents.proxy, vault })
  const profiles = createProfiles({
    document: documents.profiles,
    vault,
    newId,
    practice: () => practice().profiles(),
  })
  const passkeys = createPasskeys({ document: documents.passkeys, vault, newId })
  const devices = createDevices({ document: documents.devices, vault, newId })

  const runs = () => history.runs()
  const known = knownValues({ profiles, practice, runs })
  const observers = runObservers({ devices, emit, known, log, ports, runs })
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
  const ofSignIns = signInDevices({ devices, runs })
  const authenticatorOf = profileAuthenticators({ emit, passkeys, system })
  const watching = createWatching({ ...application, runs })
  const draggedFiles = createDraggedFiles(tmpdir())
  const handlers = handlersOf({
    ...application,
    authenticatorOf,
    devices,
    draggedFiles,
    known,
    passkeys,
    ports,
    runs,
    watching,
    signInDevices: ofSignIns,
    startSignIn: startSignIn({ ...application, devices: ofSignIns, known, runs, authenticatorOf }),
    storageChosen: async () => {
      for (const { storeSecrets } of [profiles, passkeys, devices, proxyPassword])
        await storeSecrets()
      await history.switchStore()
    },
  })
  return {
    dispatch: createRouter(contract, handlers, log),
    startPractice: () => start(profiles),
    close: async () => {
      // Until now a deleted profile could have come back, and wanted its passkeys and devices.
      for (const id of profiles.deleted())
        for (const { deleteOf } of [passkeys, devices]) await deleteOf(id)
      const closing = [
        application.clipboard.clear,
        watching.stop,
        history.close,
        stopPractice,
        draggedFiles.clear,
      ]
      for (const close of closing) await close()
    },
  }
}
