import { randomUUID } from 'node:crypto'
import type { Contract } from '#contract/contract.ts'
import type { Handlers } from '#contract/define.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { DraggedFiles } from '#main/export/dragged-files.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import { appHandlers } from './app-handlers.ts'
import type { Application } from './application.ts'
import { callHandlers } from './call-handlers.ts'
import { certificateHandlers } from './certificate-handlers.ts'
import { configurationHandlers } from './configuration-handlers.ts'
import { deviceHandlers } from './device-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import { historyFileHandlers } from './history-file-handlers.ts'
import { historyHandlers } from './history-handlers.ts'
import { passkeyHandlers } from './passkey-handlers.ts'
import { practiceHandlers } from './practice-handlers.ts'
import { probeHandlers } from './probe-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import { recipeHandlers } from './recipe-handlers.ts'
import { recordingHandlers } from './recording-handlers.ts'
import { redriveHandlers, type RedriveDependencies } from './redrive-handlers.ts'
import { runHandlers, type RunDependencies } from './run-handlers.ts'
import { secretHandlers } from './secret-handlers.ts'
import { srpHandlers } from './srp-handlers.ts'
import { tokenHandlers } from './token-handlers.ts'
import { triggerHandlers } from './trigger-handlers.ts'
import { watchHandlers } from './watch-handlers.ts'
import type { Watching } from './watching.ts'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'

/** What the handlers of the contract work on, all together. */
export interface HandlerDependencies
  extends
    Application,
    Omit<RunDependencies, 'devices'>,
    Pick<RedriveDependencies, 'authenticatorOf'> {
  readonly passkeys: Passkeys
  readonly devices: Devices
  readonly signInDevices: RunDependencies['devices']
  readonly watching: Watching
  readonly draggedFiles: DraggedFiles
  readonly ports: () => Promise<Ports>
  /** Told when the person has chosen what is kept, and where. */
  readonly storageChosen: () => Promise<void>
}

/** The handler of each call of the contract. */
export function handlersOf(from: HandlerDependencies): Handlers<Contract> {
  const files = { writeFile: writePrivateFile, newConfirmation: randomUUID }
  return {
    ...appHandlers(from),
    ...profileHandlers({ ...from, ...files }),
    ...configurationHandlers({ ...from, newId: randomUUID }),
    ...probeHandlers(from),
    ...runHandlers({ ...from, devices: from.signInDevices }),
    ...redriveHandlers(from),
    ...historyHandlers(from),
    ...historyFileHandlers(from),
    ...recipeHandlers(from),
    ...recordingHandlers({ ...from, newId: randomUUID }),
    ...callHandlers(from),
    ...secretHandlers(from),
    ...srpHandlers(from),
    ...tokenHandlers(from),
    ...triggerHandlers(from),
    ...exportHandlers({ ...from, ...files }),
    ...deviceHandlers(from),
    ...practiceHandlers(from),
    ...watchHandlers(from.watching),
    ...certificateHandlers(from),
    ...passkeyHandlers({ ...from, ...files }),
  }
}
