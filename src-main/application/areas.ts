import { randomUUID } from 'node:crypto'
import type { Contract } from '#contract/contract.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { DraggedFiles } from '#main/export/dragged-files.ts'
import type { FilePieces } from '#main/export/exported-file.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'
import type { SignIns } from './sign-ins.ts'
import type { Watching } from './watching.ts'

/** What the handlers of the contract work on, all together. */
export interface HandlerDependencies
  extends Application, Pick<RunDependencies, 'isHistoryEmpty' | 'known' | 'runs'> {
  readonly passkeys: Passkeys
  readonly devices: Devices
  readonly signIns: () => Promise<SignIns>
  readonly watching: () => Promise<Watching>
  /** The watch, where one was ever asked for. */
  readonly presentWatching: () => Promise<Watching> | undefined
  readonly draggedFiles: DraggedFiles
  readonly ports: () => Promise<Ports>
  /** Told when the person has chosen what is kept, and where. */
  readonly storageChosen: () => Promise<void>
}

/** The word that the name of a call begins with: of `run.start`, `run`. */
type AreaName = keyof Contract extends `${infer Word}.${string}` ? Word : never

/** The calls of an area as the contract describes them, and what performs each. */
interface Area<Word extends string> {
  readonly routes: Pick<Contract, Extract<keyof Contract, `${Word}.${string}`>>
  readonly handlers: HandlersOf<Word>
}

/** How the areas of the contract are loaded: each of its calls is in one of them. */
type Areas = {
  readonly [Word in AreaName]: (from: HandlerDependencies) => Promise<Area<Word>>
}

async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  const { writePrivateFile } = await import('#main/private-files/write-private-file.ts')
  await writePrivateFile(path, content)
}

async function writePieces(path: string, pieces: FilePieces): Promise<void> {
  const { writePrivatePieces } = await import('#main/private-files/write-private-file.ts')
  await writePrivatePieces(path, pieces)
}

const files = { writeFile, writePieces, newConfirmation: randomUUID }

const application = async (from: HandlerDependencies) => ({
  routes: (await import('#contract/routes/app.ts')).appRoutes,
  handlers: (await import('./app-handlers.ts')).appHandlers(from),
})

/**
 * The areas of the contract. What an area needs is loaded with its first call, so that the window
 * does not wait for what it does not show yet.
 */
export const areas: Areas = {
  app: application,
  storage: application,
  settings: application,
  text: async (from) => ({
    routes: (await import('#contract/routes/secrets.ts')).secretRoutes,
    handlers: (await import('./app-handlers.ts')).appHandlers(from),
  }),
  profile: async (from) => ({
    routes: (await import('#contract/routes/profiles.ts')).profileRoutes,
    handlers: (await import('./profile-handlers.ts')).profileHandlers({ ...from, ...files }),
  }),
  configuration: async (from) => ({
    routes: (await import('#contract/routes/configurations.ts')).configurationRoutes,
    handlers: (await import('./configuration-handlers.ts')).configurationHandlers({
      ...from,
      newId: randomUUID,
    }),
  }),
  probe: async (from) => ({
    routes: (await import('#contract/routes/probes.ts')).probeRoutes,
    handlers: (await import('./probe-handlers.ts')).probeHandlers(from),
  }),
  run: async (from) => {
    const { signInDevices: devices, startSignIn } = await from.signIns()
    return {
      routes: (await import('#contract/routes/runs.ts')).runRoutes,
      handlers: (await import('./run-handlers.ts')).runHandlers({ ...from, devices, startSignIn }),
    }
  },
  redrive: async (from) => ({
    routes: (await import('#contract/routes/redrive.ts')).redriveRoutes,
    handlers: (await import('./redrive-handlers.ts')).redriveHandlers({
      ...from,
      ...(await from.signIns()),
    }),
  }),
  history: async (from) => ({
    routes: (await import('#contract/routes/history.ts')).historyRoutes,
    handlers: (await import('./history-handlers.ts')).historyHandlers(from),
  }),
  historyFile: async (from) => ({
    routes: (await import('#contract/routes/history-file.ts')).historyFileRoutes,
    handlers: (await import('./history-file-handlers.ts')).historyFileHandlers(from),
  }),
  recipe: async (from) => ({
    routes: (await import('#contract/routes/recipes.ts')).recipeRoutes,
    handlers: (await import('./recipe-handlers.ts')).recipeHandlers(from),
  }),
  recording: async (from) => ({
    routes: (await import('#contract/routes/recordings.ts')).recordingRoutes,
    handlers: (await import('./recording-handlers.ts')).recordingHandlers({
      ...from,
      newId: randomUUID,
    }),
  }),
  call: async (from) => ({
    routes: (await import('#contract/routes/calls.ts')).callRoutes,
    handlers: (await import('./call-handlers.ts')).callHandlers({
      ...from,
      ...(await from.signIns()),
    }),
  }),
  secret: async (from) => ({
    routes: (await import('#contract/routes/secrets.ts')).secretRoutes,
    handlers: (await import('./secret-handlers.ts')).secretHandlers(from),
  }),
  srp: async (from) => ({
    routes: (await import('#contract/routes/srp.ts')).srpRoutes,
    handlers: (await import('./srp-handlers.ts')).srpHandlers(from),
  }),
  token: async (from) => ({
    routes: (await import('#contract/routes/tokens.ts')).tokenRoutes,
    handlers: (await import('./token-handlers.ts')).tokenHandlers(from),
  }),
  trigger: async (from) => ({
    routes: (await import('#contract/routes/triggers.ts')).triggerRoutes,
    handlers: (await import('./trigger-handlers.ts')).triggerHandlers(from),
  }),
  export: async (from) => ({
    routes: (await import('#contract/routes/exports.ts')).exportRoutes,
    handlers: (await import('./export-handlers.ts')).exportHandlers({ ...from, ...files }),
  }),
  device: async (from) => ({
    routes: (await import('#contract/routes/devices.ts')).deviceRoutes,
    handlers: (await import('./device-handlers.ts')).deviceHandlers(from),
  }),
  practice: async (from) => ({
    routes: (await import('#contract/routes/practice.ts')).practiceRoutes,
    handlers: (await import('./practice-handlers.ts')).practiceHandlers(from),
  }),
  watch: async (from) => ({
    routes: (await import('#contract/routes/watch.ts')).watchRoutes,
    handlers: (await import('./watch-handlers.ts')).watchHandlers(await from.watching()),
  }),
  certificate: async (from) => ({
    routes: (await import('#contract/routes/certificates.ts')).certificateRoutes,
    handlers: (await import('./certificate-handlers.ts')).certificateHandlers(from),
  }),
  passkey: async (from) => ({
    routes: (await import('#contract/routes/passkeys.ts')).passkeyRoutes,
    handlers: (await import('./passkey-handlers.ts')).passkeyHandlers({ ...from, ...files }),
  }),
}
