import { challenges } from '../catalogue/challenges/index.ts'
import { exceptions } from '../catalogue/exceptions/index.ts'
import { flows } from '../catalogue/flows/index.ts'
import type { NumberColumn, TextColumn } from './filter-columns.ts'
import type { Filter } from './filter.ts'
import { durationOf, timeSpanOf } from './time-span.ts'

/** One `name:value` of the filter language. */
export interface Term {
  readonly name: string
  readonly help: string
  /** Values to complete with; any other one is refused when the term is closed. */
  readonly values: readonly string[]
  /** @returns undefined for a value that it does not take */
  readonly read: (value: string, now: number) => Filter | undefined
  /** What it takes, for the message about a value that it does not. */
  readonly takes: string
  /** How to write what a value that it does not take was meant to be. */
  readonly hint?: (value: string) => string | undefined
}

/** How several values of a term are written. */
export const severalValues = (name: string, [a = '', b = '']: readonly string[]): string =>
  `It takes one value: for either write “(${name}:${a} or ${name}:${b})”, for both “${name}:${a} ${name}:${b}”.`

const contains = (
  name: string,
  column: TextColumn,
  help: string,
  values: readonly string[] = [],
): Term => ({
  name,
  help,
  values,
  takes: 'a part of the name',
  read: (value) => ({ kind: 'contains', column, text: value.toLowerCase() }),
})

const oneOf = (name: string, help: string, filters: Readonly<Record<string, Filter>>): Term => ({
  name,
  help,
  values: Object.keys(filters),
  takes: Object.keys(filters).join(', '),
  read: (value) =>
    Object.hasOwn(filters, value.toLowerCase()) ? filters[value.toLowerCase()] : undefined,
  hint: (value) => {
    const several = value.split(/[,|]/).filter((one) => one !== '')
    return several.length > 1 ? severalValues(name, several) : undefined
  },
})

const equals = (column: TextColumn, text: string): Filter => ({ kind: 'equals', column, text })
const set = (column: NumberColumn): Filter => ({ kind: 'range', column, from: 1 })

const dates = ['today', 'yesterday', 'last 2h', 'last 7d']
const date = (
  name: string,
  help: string,
  filter: (from: number, below: number) => Pick<Filter & { kind: 'range' }, 'from' | 'below'>,
): Term => ({
  name,
  help,
  values: dates,
  takes: 'a date, such as today, 2026-11-27, 14:30 or last 2h',
  read: (value, now) => {
    const span = timeSpanOf(value, now)
    return span && { kind: 'range', column: 'started_at', ...filter(span.from, span.below) }
  },
  hint: (value) =>
    /^\d+\/\d+\/\d+/.test(value)
      ? 'Day and month are in another order elsewhere: write the year first, as in 2026-11-27.'
      : undefined,
})

/** Every term, in the order in which they are offered. */
export const terms: readonly Term[] = [
  contains('user', 'user', 'Username'),
  oneOf('status', 'How the run ended', {
    'signed-in': equals('status', 'tokens'),
    accepted: equals('status', 'accepted'),
    refused: equals('status', 'refused'),
    failed: equals('status', 'failed'),
    'not-sent': equals('status', 'not sent'),
    cancelled: equals('status', 'cancelled'),
    incomplete: equals('status', 'incomplete'),
    waiting: equals('status', 'waiting'),
    running: equals('status', 'running'),
  }),
  contains('error', 'error', 'Exception or network failure', [...exceptions.keys()]),
  contains('challenge', 'challenge', 'A challenge or operation in the chain', [
    ...challenges.keys(),
  ]),
  contains('flow', 'flow', 'AuthFlow', [...flows.keys()]),
  contains('code', 'code', 'Code of the first cause, such as AS1'),
  date('after', 'Started at or after', (from) => ({ from })),
  date('before', 'Started before', (from) => ({ below: from })),
  date('on', 'Started on this day, or in this span', (from, below) => ({ from, below })),
  {
    name: 'slower-than',
    help: 'The service took longer',
    values: ['1s', '5s'],
    takes: 'a duration, such as 300ms or 2s',
    read: (value) => {
      const duration = durationOf(value)
      // From just above: a run of exactly two seconds is not slower than two seconds.
      return duration === undefined
        ? undefined
        : { kind: 'not', of: { kind: 'range', column: 'service_ms', below: duration + 1e-6 } }
    },
  },
  oneOf('origin', 'Where the trace comes from', {
    performed: equals('origin', 'performed'),
    watched: equals('origin', 'watched'),
    imported: equals('origin', 'imported'),
  }),
  oneOf('has', 'What the chain or the run has', {
    mfa: set('mfa'),
    device: set('device'),
    passkey: set('passkey'),
    retry: set('retry'),
    note: set('note'),
  }),
  contains('profile', 'profile', 'Name of the profile'),
  contains('client', 'client', 'App client ID'),
  contains('pool', 'pool', 'User pool ID'),
]

/** What people call terms that have another name here. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ['since', 'after'],
  ['until', 'before'],
  ['date', 'on'],
  ['username', 'user'],
  ['outcome', 'status'],
  ['exception', 'error'],
])

/** Words that are a filter on their own, without a colon and a value. */
export const bareTerms: ReadonlyMap<string, Filter> = new Map([['pinned', set('pinned')]])
