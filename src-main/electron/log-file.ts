import { appendFile, rename, stat } from 'node:fs/promises'
import type { Log } from '#main/ipc/router.ts'

/** Bytes after which the log begins again; the one before it is kept. */
const maxLogBytes = 1_000_000

/** Bugs of Authscope, a line each, in a file of the data folder. Its lines contain no values. */
export function logTo(path: string): Log {
  let last: Promise<unknown> = Promise.resolve()
  const append = async (line: string) => {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    )
    if (size > maxLogBytes) await rename(path, `${path}.1`)
    await appendFile(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 })
  }
  return (line) => {
    // A log that cannot be written must not bring down what it reports on.
    last = last.then(() => append(line)).catch(() => undefined)
  }
}
