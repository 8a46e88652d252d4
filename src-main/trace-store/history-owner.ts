import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { BridgeError } from '#contract/failure.ts'
import { isRunning } from '#main/private-files/is-running.ts'

// Beside the database: the id of the process whose window has it open.
const ownerFile = (path: string): string => `${path}.owner`

/** Says that the window of this process has a history open, unless that of another one does. */
export function claimHistory(path: string): void {
  if (otherOwner(path) !== undefined) return
  try {
    writeFileSync(ownerFile(path), String(process.pid), { mode: 0o600 })
  } catch {
    // On a full disk the history is opened nevertheless.
  }
}

/** Says that it no longer does. */
export function releaseHistory(path: string): void {
  if (ownerIn(path) !== process.pid) return
  try {
    rmSync(ownerFile(path), { force: true })
  } catch {
    // Once this process has ended, its id says nothing.
  }
}

/**
 * A damaged file is not renamed while the window of another process has it open: what that one writes
 * from then on would go into the quarantined file.
 * @throws BridgeError `history-in-use`
 */
export function assertNotOwned(path: string, reason: string): void {
  if (otherOwner(path) === undefined) return
  throw new BridgeError(
    'history-in-use',
    `The history cannot be used: ${reason} Authscope’s window has it open, so the file was left where it is. Close the window, then try again.`,
  )
}

/** Another process that is running, and whose window has this history open. */
function otherOwner(path: string): number | undefined {
  const owner = ownerIn(path)
  return owner !== undefined && owner !== process.pid && isRunning(owner) ? owner : undefined
}

function ownerIn(path: string): number | undefined {
  try {
    const text = readFileSync(ownerFile(path), 'utf8')
    return /^[1-9]\d*$/.test(text) ? Number(text) : undefined
  } catch {
    return undefined
  }
}
