import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ContractEvent } from '#contract/bridge.ts'
import { contract } from '#contract/contract.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { createRouter, stackWithoutMessage, type Dispatch, type Log } from '#main/ipc/router.ts'
import { deviceFile, deviceFileVersion, emptyDeviceFile } from '#main/devices/device-file.ts'
import { createDevices } from '#main/devices/devices.ts'
import { emptyPasskeyFile, passkeyFile, passkeyFileVersion } from '#main/passkeys/passkey-file.ts'
import { createPasskeys } from '#main/passkeys/passkeys.ts'
import { signInAuthenticator } from '#main/passkeys/sign-in-authenticator.ts'
import { emptyProfileFile, profileFile, profileFileVersion } from '#main/profiles/profile-file.ts'
import { createProfiles } from '#main/profiles/profiles.ts'
import { openDocument, type Document, type WriteFile } from '#main/settings/document.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import type { SecretBox } from '#main/vault/secret-box.ts'
import { emptyVaultRecord, openVault, vaultRecord, vaultVersion } from '#main/vault/vault.ts'
import { appHandlers } from './app-handlers.ts'
import { callHandlers } from './call-handlers.ts'
import type { Application } from './application.ts'
import { configurationHandlers } from './configuration-handlers.ts'
import { deviceHandlers } from './device-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import { historyHandlers } from './history-handlers.ts'
import { openHistory } from './history.ts'
import { knownValues, type KnownValues } from './known-values.ts'
import { noPractice, startPractice } from './practice.ts'
import { practiceHandlers } from './practice-handlers.ts'
import { passkeyHandlers } from './passkey-handlers.ts'
import { probeHandlers } from './probe-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import { recipeHandlers } from './recipe-handlers.ts'
import { recordingHandlers } from './recording-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { secretClipboard } from './secret-clipboard.ts'
import { secretHandlers } from './secret-handlers.ts'
import { signInDevices } from './sign-in-devices.ts'
import type { System } from './system.ts'
import { srpHandlers } from './srp-handlers.ts'
import { tokenHandlers } from './token-handlers.ts'
import { triggerHandlers } from './trigger-handlers.ts'
import { createWatching } from './watching.ts'
import { watchHandlers } from './watch-handlers.ts'
import { writePrivateFile } from './write-private-file.ts'

/** What the application is made of; Electron gives it in the window, fakes in tests. */
export interface Dependencies {
  readonly system: System
  /** Opened before the rest, since the window's place and theme are in it. */
  readonly settings: Document<SettingsFile>
  readonly box: SecretBox
  readonly write: WriteFile
  readonly emit: (event: ContractEvent) => void
  readonly log: Log
}

/** The application at work, without a window. */
export interface RunningApplication {
  readonly dispatch: Dispatch
  /** Starts the practice pool, which nothing else waits for. */
  readonly startPractice: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Puts the application together: the one place where every part meets every other. */
export async function startApplication(parts: Dependencies): Promise<RunningApplication> {
  const { box, emit, log, settings, system, write } = parts
  const inFolder = (name: string) => join(system.dataFolder, name)
  const vaultDocument = openDocument({
    path: inFolder('vault.json'),
    version: vaultVersion,
    schema: vaultRecord,
    empty: emptyVaultRecord,
    write,
    now: Date.now,
  })
  const profileDocument = openDocument({
    path: inFolder('profiles.json'),
    version: profileFileVersion,
    schema: profileFile,
    empty: emptyProfileFile,
    write,
    now: Date.now,
  })
  const passkeyDocument = openDocument({
    path: inFolder('passkeys.json'),
    version: passkeyFileVersion,
    schema: passkeyFile,
    empty: emptyPasskeyFile,
    write,
    now: Date.now,
  })
  const deviceDocument = openDocument({
    path: inFolder('devices.json'),
    version: deviceFileVersion,
    schema: deviceFile,
    empty: emptyDeviceFile,
    write,
    now: Date.now,
  })
  const vault = await openVault({
    box,
    document: vaultDocument,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  })
  let practice = noPractice
  const profiles = createProfiles({
    document: profileDocument,
    vault,
    practice: () => practice.profiles(),
    newId: randomUUID,
  })
  const passkeys = createPasskeys({ document: passkeyDocument, vault, newId: randomUUID })
  const devices = createDevices({ document: deviceDocument, vault, newId: randomUUID })
  const history = openHistory({
    settings,
    vault,
    emit,
    system,
    triggersOf: (requestId) => practice.triggersOf(requestId),
    onEnded: (runId, accepted) => {
      known.ended(runId, accepted)
      devicesOfSignIns.ended(runId)
    },
    onPasswordRefused: (runId) => {
      known.passwordRefused(runId)
    },
  })
  const known: KnownValues = knownValues({
    profiles,
    practice: () => practice,
    lastRefreshToken: async (profileId, username) =>
      (await history.runs()).lastRefreshToken(profileId, username),
  })

  const ports = async (): Promise<Ports> => {
    const { nativeModPow } = await import('#main/srp/native-mod-pow.ts')
    return { modPow: nativeModPow, randomBytes, now: Date.now }
  }
  const devicesOfSignIns = signInDevices({ devices, emit, log, ports, runs: history.runs })

  const application: Application = {
    system,
    settings,
    vault,
    profiles,
    emit,
    practice: () => practice,
    clipboard: secretClipboard(system.clipboard, later),
    quarantined: async () => [
      ...settings.quarantined,
      ...vaultDocument.quarantined,
      ...profileDocument.quarantined,
      ...passkeyDocument.quarantined,
      ...deviceDocument.quarantined,
      ...(await history.quarantined()),
    ],
  }
  const watching = createWatching({ ...application, runs: history.runs })
  const runCalls = runHandlers({
    ...application,
    runs: history.runs,
    known,
    devices: devicesOfSignIns,
    authenticatorOf: (profileId) =>
      signInAuthenticator({
        passkeys,
        window: system.authenticatorWindow,
        profileId,
        choice: () => passkeys.choice(profileId),
        now: Date.now,
        used: () => {
          emit({ type: 'passkeys.changed', profileId })
        },
      }),
  })
  const handlers = {
    ...appHandlers({
      ...application,
      storageChosen: async () => {
        await profiles.storeSecrets()
        await passkeys.storeSecrets()
        await devices.storeSecrets()
        await history.moveToWantedStore()
      },
    }),
    ...profileHandlers(application),
    ...configurationHandlers({ ...application, newId: randomUUID }),
    ...probeHandlers({ ...application, ports, runs: history.runs }),
    ...runCalls,
    ...historyHandlers({ runs: history.runs }),
    ...recipeHandlers({ system, runs: history.runs }),
    ...recordingHandlers({ ...application, runs: history.runs, newId: randomUUID }),
    ...callHandlers({
      ...application,
      ...{ devices, known, runs: history.runs, signIn: runCalls['run.start'] },
    }),
    ...secretHandlers({ ...application, runs: history.runs }),
    ...srpHandlers({ ...application, runs: history.runs }),
    ...tokenHandlers({ ...application, runs: history.runs }),
    ...triggerHandlers(application),
    ...exportHandlers({
      ...application,
      runs: history.runs,
      writeFile: writePrivateFile,
      newConfirmation: randomUUID,
    }),
    ...deviceHandlers({ emit, devices, ports, runs: history.runs }),
    ...practiceHandlers(application),
    ...watchHandlers(watching),
    ...passkeyHandlers({
      ...application,
      runs: history.runs,
      passkeys,
      writeFile: writePrivateFile,
      newConfirmation: randomUUID,
    }),
  }

  return {
    dispatch: createRouter(contract, handlers, log),
    startPractice: async () => {
      try {
        practice = await startPractice(() => {
          emit({ type: 'practice.changed', practice: practice.state() })
        })
      } catch (error) {
        log(`the practice pool did not start: ${stackWithoutMessage(error)}`)
        return
      }
      emit({ type: 'practice.changed', practice: practice.state() })
      emit({ type: 'profiles.changed', profiles: await profiles.list() })
    },
    close: async () => {
      // Until now a deleted profile could have come back, and wanted its passkeys and devices.
      for (const id of profiles.deleted()) {
        await passkeys.deleteOf(id)
        await devices.deleteOf(id)
      }
      await application.clipboard.clear()
      await watching.stop()
      await history.close()
      await practice.close()
    },
  }
}

function later(seconds: number, act: () => Promise<void>): () => void {
  const timer = setTimeout(() => {
    void act()
  }, seconds * 1000)
  return () => {
    clearTimeout(timer)
  }
}
