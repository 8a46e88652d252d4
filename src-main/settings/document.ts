import { chmodSync, copyFileSync, readFileSync, renameSync } from 'node:fs'
import type { z } from 'zod'
import { BridgeError } from '#contract/failure.ts'
import { issueMessage, sentenceAt, specificIssues } from '#engine/validation/issue-message.ts'
import { salvage } from './salvage.ts'
import { codeOfError } from '#main/import/file-error.ts'

/** Writes the whole of one file, so that a power cut leaves the old text or the new one. */
export type WriteFile = (path: string, value: Readonly<Record<string, unknown>>) => Promise<void>

/** A file that could not be used and was renamed, with what it is called now and why. */
export interface Quarantined {
  readonly path: string
  readonly reason: string
}

/** A JSON file that contains one versioned value. */
export interface Document<T> {
  readonly value: () => T
  /**
   * Changes are made one after the other, each from what the last one left.
   * @throws BridgeError `not-saved` when the file cannot be written; the value stays as it was
   */
  readonly change: (update: (value: T) => T) => Promise<void>
  readonly quarantined: readonly Quarantined[]
}

/** What a document is opened with. */
export interface DocumentOptions<T> {
  /** Ends in `.json`. */
  readonly path: string
  readonly version: number
  readonly schema: z.ZodType<T>
  readonly empty: T
  readonly write: WriteFile
  /** Milliseconds since 1970, for the name of a quarantined file. */
  readonly now: () => number
}

/**
 * Opens a document. A file that is damaged or of a later version is quarantined, never overwritten;
 * of a damaged one, the entries that can be read stay in use.
 */
export function openDocument<T extends object>(options: DocumentOptions<T>): Document<T> {
  const { path, version, write } = options
  const { isSalvaged, quarantined, value: found, writable } = load(options)
  let value = found
  let last: Promise<unknown> = Promise.resolve()

  async function replace(update: (value: T) => T): Promise<void> {
    const next = update(value)
    if (next === value) return
    if (!writable)
      throw new BridgeError('not-saved', `${path} can neither be read nor quarantined.`)
    try {
      await write(path, { version, ...next })
    } catch (error) {
      const code = codeOfError(error)
      throw new BridgeError('not-saved', `${path} could not be written (${code}).`, { code })
    }
    value = next
  }

  // The damage is gone with the next start; a disk that is full leaves it for the one after.
  if (isSalvaged) last = write(path, { version, ...found }).catch(() => undefined)

  return {
    value: () => value,
    quarantined,
    change: (update) => {
      const changed = last.then(() => replace(update))
      last = changed.catch(() => undefined)
      return changed
    },
  }
}

interface Loaded<T> {
  readonly value: T
  readonly quarantined: readonly Quarantined[]
  readonly writable: boolean
  /** Part of a damaged file, of which a copy was quarantined. */
  readonly isSalvaged?: true
}

function load<T extends object>({
  empty,
  now,
  path,
  schema,
  version,
}: DocumentOptions<T>): Loaded<T> {
  const unusable = (kind: 'damaged' | 'newer', reason: string): Loaded<T> => {
    const aside = path.replace(/\.json$/, `.${kind}-${timeInName(now())}.json`)
    try {
      renameSync(path, aside)
      return { value: empty, quarantined: [{ path: aside, reason }], writable: true }
    } catch {
      return { value: empty, quarantined: [{ path, reason }], writable: false }
    }
  }
  const damaged = (text: string, reason: string): Loaded<T> => {
    const salvaged = salvage<T>(text, schema, empty)
    if (!salvaged) return unusable('damaged', reason)
    const { leftOut, value } = salvaged
    const copy = path.replace(/\.json$/, `.damaged-${timeInName(now())}.json`)
    try {
      copyFileSync(path, copy)
      chmodSync(copy, 0o600)
    } catch {
      return unusable('damaged', reason)
    }
    const kept = `${reason} What could be read is in use; ${leftOut === 1 ? 'one entry was' : `${String(leftOut)} entries were`} left out.`
    return {
      value,
      writable: true,
      isSalvaged: true,
      quarantined: [{ path: copy, reason: kept }],
    }
  }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOfError(error) === 'ENOENT') return { value: empty, quarantined: [], writable: true }
    return unusable('damaged', 'It could not be read.')
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return damaged(text, 'It is not complete JSON.')
  }
  const foundVersion = versionOf(parsed)
  if (foundVersion !== undefined && foundVersion > version)
    return unusable(
      'newer',
      `It was written by a later version of Authscope (${String(foundVersion)}; this version reads up to ${String(version)}).`,
    )
  const checked = schema.safeParse(parsed, { error: issueMessage })
  if (checked.success) return { value: checked.data, quarantined: [], writable: true }
  const [issue] = checked.error.issues.flatMap(specificIssues)
  const place = issue?.path.map(String).join('.') ?? ''
  return damaged(text, `It is invalid: ${sentenceAt(place || 'the file', issue?.message ?? '')}`)
}

const versionOf = (parsed: unknown): number | undefined =>
  typeof parsed === 'object' &&
  parsed !== null &&
  'version' in parsed &&
  typeof parsed.version === 'number'
    ? parsed.version
    : undefined

/** As in 2026-11-23T05-30-01-123: no colon, which Windows refuses in names. */
const timeInName = (now: number) => new Date(now).toISOString().replace(/[:.]/g, '-').slice(0, -1)
