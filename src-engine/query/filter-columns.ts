import type { RunSummary } from './run-summary.ts'

/** A run as filters see it: its summary, and what a person or the application added to it. */
export interface FilteredRun extends RunSummary {
  readonly startedAt: number
  readonly flow: string
  readonly username: string
  readonly profileName: string
  readonly state: string
  readonly message?: string | undefined
  /** Code of the first diagnosed cause. */
  readonly cause?: string | undefined
  readonly note?: string | undefined
  readonly pinned?: boolean | undefined
}

/**
 * Text columns, in lowercase. A list is in one column, an item a line, so that a filter's value,
 * which is one line, never matches across two items.
 */
export const textColumns = [
  'flow',
  'challenge',
  'error',
  'code',
  'user',
  'client',
  'pool',
  'profile',
  'origin',
  'status',
  'searched',
] as const
export type TextColumn = (typeof textColumns)[number]

/** Numbers; a flag is 0 or 1. */
export const numberColumns = [
  'started_at',
  'service_ms',
  'mfa',
  'device',
  'passkey',
  'retry',
  'note',
  'pinned',
] as const
export type NumberColumn = (typeof numberColumns)[number]

/** The columns of one run, which the store keeps and a predicate reads: both see the same values. */
export type FilterColumns = Readonly<Record<TextColumn, string> & Record<NumberColumn, number>>

/** @returns what filters compare a run with */
export function filterColumns(run: FilteredRun): FilterColumns {
  const challenges = run.chain.map(({ name }) => name)
  const texts = {
    flow: run.flow,
    challenge: challenges.join('\n'),
    error: run.errors.join('\n'),
    code: run.cause ?? '',
    user: run.username,
    client: run.clientId,
    pool: run.userPoolId,
    profile: run.profileName,
    origin: run.origin,
    status: run.state,
  }
  const searched = [...Object.values(texts), run.message, run.note].filter(Boolean).join('\n')
  return {
    ...(lowercase({ ...texts, searched }) as Record<TextColumn, string>),
    started_at: run.startedAt,
    service_ms: run.serviceMs,
    mfa: Number(run.mfa),
    device: Number(run.device),
    passkey: Number(run.passkey),
    retry: Number(run.retry),
    note: Number(Boolean(run.note)),
    pinned: Number(run.pinned ?? false),
  }
}

const lowercase = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  // A NUL would end the text for SQLite's functions.
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\0', '').toLowerCase()]),
  )
