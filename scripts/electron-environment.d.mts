/** The official Electron that npm's `electron` package has fetched, else undefined. */
export function officialElectron(): string | undefined
/** The Electron of the person's own choice (`ELECTRON_OVERRIDE_DIST_PATH`), else undefined. */
export function chosenElectron(): string | undefined
/** The path of an Electron that is on this machine, else undefined. */
export function findElectron(): string | undefined
/** The path of the Electron to run. Throws a sentence when there is none yet. */
export function electronExecutable(): string
/** Whether Chromium's sandbox has to be off: it refuses to start as root. */
export const withoutSandbox: boolean
/** The arguments to put before the application's folder; `keyring: false` starts without one. */
export function electronArguments(options?: { keyring?: boolean }): string[]
/** Why Chromium's sandbox cannot start for an ordinary user here, and what to do, if it cannot. */
export function sandboxObstacle(executable: string): string | undefined
