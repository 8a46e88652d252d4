import { expect, it } from 'vitest'
import { filterColumns, type FilteredRun } from './filter-columns.ts'
import { matchesFilter } from './filter.ts'
import { parseFilter } from './parse-filter.ts'

const now = new Date(2026, 10, 27, 15, 0).getTime()

const run: FilteredRun = {
  startedAt: new Date(2026, 10, 27, 14, 30).getTime(),
  flow: 'USER_SRP_AUTH',
  username: 'Ada@Example.com',
  profileName: 'Staging Ünïcode',
  state: 'refused',
  message: 'Incorrect username or password.',
  cause: 'AS12',
  chain: [
    { name: 'InitiateAuth', status: 'done' },
    { name: 'PASSWORD_VERIFIER', status: 'refused' },
  ],
  errors: ['NotAuthorizedException'],
  origin: 'watched',
  clientId: '1example23456789',
  userPoolId: 'eu-west-1_AbCdEf',
  serviceMs: 2000,
  mfa: false,
  device: false,
  passkey: false,
  retry: true,
}

function passes(text: string, more: Partial<FilteredRun> = {}): boolean {
  const parsed = parseFilter(text, now)
  if ('error' in parsed) throw new Error(parsed.error.message)
  return matchesFilter(parsed.filter, filterColumns({ ...run, ...more }))
}
const errorOf = (text: string) => {
  const parsed = parseFilter(text, now)
  return 'error' in parsed ? parsed.error : undefined
}

it.each([
  '',
  'user:ada',
  'USER:"ada@example.com"',
  'flow:srp error:NotAuthorized challenge:password_verifier',
  'status:refused origin:watched has:retry',
  'client:1example pool:AbCd profile:ünï code:AS12',
  'incorrect password',
  '"username or password"',
  'not user:bob',
  '-user:bob',
  'user:bob or user:ada',
  'user:bob or user:ada status:refused',
  'not (user:bob or status:signed-in) and flow:srp',
  'after:today',
  'after:2026-11-27 before:2026-11-28',
  'on:2026-11',
  'after:last 2h',
  'after:"last 2h" user:ada',
  'after:2h',
  'after:14:30',
  'before:14:31',
  'after:2026-11-27 14:30',
  'slower-than:1.5s',
  'not slower-than:2s',
  'slower-than:300 ms',
  'after:last 30 minutes',
  'on:last hour user:ada',
  'after:today 14:30 before:today 14:31',
  'after:yesterday 14:00 not before:last 1 week',
  'not pinned',
  'on:27.11.2026',
  'after:27.11.2026 14:30 before:1.12.2026',
  'on:friday',
  'after:friday before:friday 14:31',
])('%s finds the run', (text) => {
  expect(passes(text)).toBe(true)
})

it.each([
  'user:bob',
  'not user:ada',
  'user:ada status:signed-in',
  'after:2026-11-28',
  'before:today',
  'on:yesterday',
  'after:last 10m',
  'after:last 10 minutes',
  'after:today 14:31',
  'on:last week before:yesterday 23:59',
  'on:last monday',
  'on:last friday',
  'before:friday',
  'on:26.11.2026',
  'slower-than:2s',
  'pinned',
  'has:note',
  'has:mfa',
])('%s does not find the run', (text) => {
  expect(passes(text)).toBe(false)
})

it('a value never matches across two items of a chain', () => {
  expect(passes('challenge:"InitiateAuth PASSWORD"')).toBe(false)
})

it('a pinned run with a note is found by both', () => {
  expect(passes('pinned has:note "ask ops"', { pinned: true, note: 'Ask ops' })).toBe(true)
})

it.each([
  ['usr:ada', /no filter “usr:”.*“user:”/, 0, 7],
  ['x user:', /“user:” takes/, 2, 7],
  ['status:refusd', /“refused”/, 0, 13],
  ['after:2026-02-31', /today, 2026-11-27/, 0, 16],
  ['slower-than:quickly', /300ms/, 0, 19],
  ['x has:(mfa, device)', /list.*“\(has:mfa or has:device\)”.*“has:mfa has:device”/, 2, 19],
  ['has: ( mfa, device )', /“\(has:mfa or has:device\)”/, 0, 20],
  ['has:mfa,device', /one value.*“\(has:mfa or has:device\)”/, 0, 14],
  ['user:(ada)', /without parentheses/, 0, 10],
  ['user:("ada b" or bob)', /“\(user:"ada b" or user:bob\)”/, 0, 21],
  ['on:11/27/2026', /year first, as in 2026-11-27/, 0, 13],
  ['since:friday', /Did you mean “after:”/, 0, 12],
  ['(user:a', /not closed/, 0, 1],
  ['user:a)', /closes nothing/, 6, 7],
  ['user:a or', /missing after “or”/, 9, 9],
  ['or user:a', /missing before “or”/, 0, 2],
  ['"open', /quotation mark/, 0, 5],
])('%s is refused with what to do, at its place', (text, message, start, end) => {
  expect(errorOf(text)).toMatchObject({
    message: expect.stringMatching(message) as string,
    start,
    end,
  })
})

it('a weekday with and without “last” is the same day, and takes a time', () => {
  const day = parseFilter('on:monday', now)
  expect(day).toHaveProperty('filter.column', 'started_at')
  expect(parseFilter('on:last monday', now)).toEqual(day)
  const minute = parseFilter('on:monday 09:05', now) as { filter: { from: number } }
  const { from } = (day as { filter: { from: number } }).filter
  expect(minute.filter.from - from).toBe((9 * 60 + 5) * 60_000)
})

it('a name that is “last” stays a value of its own', () => {
  expect(parseFilter('user:last or user:today x', now)).toMatchObject({
    filter: { kind: 'or', of: [{ text: 'last' }, { of: [{ text: 'today' }, { text: 'x' }] }] },
  })
})

it('an address is text, not a term', () => {
  expect(errorOf('https://example.com')).toBeUndefined()
})

it('deep nesting is refused without a crash', () => {
  expect(errorOf('('.repeat(60) + 'a' + ')'.repeat(60))?.message).toMatch(/nested/)
  expect(errorOf('a '.repeat(20_000))?.message).toMatch(/at most 200 words/)
})
