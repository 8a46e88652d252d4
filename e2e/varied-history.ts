import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Application } from './application.ts'
import { runCommand } from './command-line.ts'

/** A run of an exported history, as far as it is changed here. */
interface ExportedRun {
  readonly run: { readonly username: string; readonly startedAt: number; readonly state: string }
}

/** How the sample with this number becomes another run. */
export interface Variation {
  readonly state: 'tokens' | 'refused'
  readonly username: string
  readonly startedAt: number
}

const passphrase = 'ten thousand sign-ins'
const day = 86_400_000

/**
 * Adds real sign-ins to the history, varied: those that it has are exported by the command line as a
 * person moves a history, written with other users and times, and imported. The application is ended
 * meanwhile.
 */
export async function addVariedRuns(
  application: Application,
  variations: readonly Variation[],
): Promise<void> {
  await application.quit()
  const { dataFolder } = application
  const file = join(dataFolder, '..', 'history.age')
  const command = async (...words: readonly string[]): Promise<void> => {
    const args = ['trace', ...words, '--passphrase-env', 'WORDS']
    const { errors, status } = await runCommand(dataFolder, args, { WORDS: passphrase })
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${errors}`)
  }
  await command('export', '--all', '--output', file)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const [header = '', ...lines] = gunzipSync(await decrypter.decrypt(await readFile(file)))
    .toString()
    .trim()
    .split('\n')
  const samples = lines.map((line) => ({ line, ...(JSON.parse(line) as ExportedRun) }))
  const varied = variations.map(({ startedAt, state, username }) => {
    const sample = samples.find(({ run }) => run.state === state)
    if (!sample) throw new Error(`No sample of a run that is ${state}.`)
    const text = sample.line.replaceAll(sample.run.username, username)
    const moved = movedBy(JSON.parse(text), startedAt - sample.run.startedAt) as ExportedRun
    const runId = randomBytes(8).toString('hex')
    return JSON.stringify({ ...moved, run: { ...moved.run, runId, startedAt } })
  })
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(10)
  await writeFile(file, await encrypter.encrypt(gzipSync([header, ...varied].join('\n'))))
  await command('import', file)
  await application.restart()
}

/** Sign-ins of many users over a month, a fifth of them refused; one user is among them by name. */
export function variedRuns(many: number, someone: string): readonly Variation[] {
  const yesterday = new Date().setHours(12, 0, 0, 0) - day
  const others = Array.from({ length: many - 3 }, (_, number) => ({
    state: number % 5 === 0 ? ('refused' as const) : ('tokens' as const),
    username: `user-${String(number % 997)}@example.com`,
    startedAt: Date.now() - 3_600_000 - (number * 30 * day) / many,
  }))
  return [
    ...others,
    { state: 'refused', username: someone, startedAt: yesterday },
    { state: 'tokens', username: someone, startedAt: yesterday - 60_000 },
    { state: 'refused', username: someone, startedAt: yesterday - 9 * day },
  ]
}

/** Instants of the sample’s events, moved with the start of the run. */
function movedBy(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => movedBy(item, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      (name === 'at' || name === 'sessionAt') && typeof item === 'number'
        ? item + by
        : movedBy(item, by),
    ]),
  )
}
