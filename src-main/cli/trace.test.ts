import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { redactTrace } from '#engine/export/redact.ts'
import { toTraceJson } from '#engine/export/trace-json.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { runCommandLine } from './run-command-line.ts'

let folder: string
const file = (name: string) => join(folder, name)
const history: TraceStore = { ...memoryTraceStore(), close: () => Promise.resolve() }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-trace-'))
  const { trace } = sampleTrace()
  writeFileSync(file('a.json'), toTraceJson(trace))
  const other = trace.events.map((event): TraceEvent =>
    event.type === 'answered' && event.answer.kind === 'refused'
      ? { ...event, answer: { ...event.answer, error: 'ExpiredCodeException' } }
      : event,
  )
  const slower = trace.events.map((event): TraceEvent =>
    event.type === 'answered' ? { ...event, durationMs: (event.durationMs ?? 0) + 5000 } : event,
  )
  writeFileSync(file('slow.json'), toTraceJson({ ...trace, events: slower }))
  writeFileSync(file('b.json'), toTraceJson({ ...trace, events: other }))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function cli(words: readonly string[], withHistory = true, environment = {}) {
  let out = ''
  let errors = ''
  const status = await runCommandLine(words, {
    version: '0.0.0',
    environment,
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.reject(new Error('nothing was to be read')),
    colours: false,
    interrupted: new AbortController().signal,
    ...(withHistory && { openHistory: () => Promise.resolve(history) }),
  })
  return { status, out, errors }
}

it('compares two files with the exit status of diff', async () => {
  expect(await cli(['diff', file('a.json'), file('a.json')])).toMatchObject({ status: 0 })
  const { out, status } = await cli(['diff', file('a.json'), file('b.json')])
  expect(status).toBe(1)
  expect(out).toMatch(
    /Different, first in step 2[^]*response Error\n\s+− CodeMismatchException\n\s+\+ ExpiredCode/,
  )
  expect(await cli(['diff', file('a.json')])).toMatchObject({ status: 2 })
  expect(await cli(['diff', file('a.json'), file('absent.json')])).toMatchObject({ status: 2 })
})

it('says of runs that only timing differs, which is a difference', async () => {
  const [a, slow] = [file('a.json'), file('slow.json')]
  const { out, status } = await cli(['diff', a, slow])
  expect(out).toMatch(/^Only timing differs, first in step 1\./)
  expect(status).toBe(1)
  const withGood = await cli(['diff', slow, a, '--good', a])
  expect(withGood.out).toMatch(/^Only timing differs, first in step 1\./)
  expect(withGood.status).toBe(1)
  const json = await cli(['diff', a, slow, '--json'])
  expect(JSON.parse(json.out)).toMatchObject({ same: false, onlyTiming: true })
  expect((await cli(['diff', a, file('b.json')])).out).toMatch(/^Different, first in step 2\./)
})

it('compares two files with a good one, and says which of them differs from it', async () => {
  const [a, b] = [file('a.json'), file('b.json')]
  expect(await cli(['diff', a, a, '--good', a])).toMatchObject({ status: 0 })
  const { out, status } = await cli(['trace', 'diff', a, b, '--good', a])
  expect(status).toBe(1)
  expect(out).toMatch(
    /response Error: B differs from the good run\n\s+good CodeM.*\n\s+A\s+CodeM.*\n\s+B\s+ExpiredCode/,
  )
  expect(await cli(['diff', a, b, '--good', file('absent.json')])).toMatchObject({ status: 2 })
})

it('lists runs by the time of this computer, which filters compare with', async () => {
  vi.stubEnv('TZ', 'Asia/Tokyo')
  const args = ['trace', 'list', file('a.json')]
  const { startedAt } = JSON.parse((await cli([...args, '--json'])).out) as { startedAt: number }
  const inTokyo = new Date(startedAt + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  expect((await cli(args)).out).toContain(`  ${inTokyo}  `)
  vi.unstubAllEnvs()
})

it('says when there are more runs than it lists', async () => {
  const args = ['trace', 'list', file('a.json'), file('b.json'), file('slow.json')]
  expect((await cli([...args, '--limit', '3'])).errors).toBe('')
  const { errors, out } = await cli([...args, '--limit', '2'])
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(errors).toBe('The newest 2 of 3 runs. --limit N lists more.\n')
})

it('names no duration of a recording that has no times', async () => {
  const log = join(import.meta.dirname, '../import/captures/curl-7.88.1-verbose.txt')
  const [listed, shown] = [await cli(['trace', 'list', log]), await cli(['trace', 'show', log])]
  expect(`${listed.out}${shown.out}`).not.toMatch(/\b0(\.0)? ms/)
  expect((await cli(['trace', 'list', file('slow.json')])).out).toMatch(/, 15\.\d s\n/)
})

it('says why a username finds no run in a redacted file, and what does', async () => {
  const redacted = redactTrace(sampleTrace().trace, new Uint8Array(16))
  writeFileSync(file('redacted.json'), toTraceJson(redacted))
  const of = (...words: readonly string[]) => cli([...words, '--filter', 'user:ana'], false)
  const listed = await of('trace', 'list', file('redacted.json'))
  const [, mark = ''] = /by a mark \((user:[0-9a-f]+)\)/.exec(listed.errors) ?? []
  expect(listed).toMatchObject({ status: 0, out: '' })
  const exported = await of('export', file('redacted.json'), '--format', 'json')
  expect(exported.status).toBe(2)
  expect(exported.errors).toContain(`filter by a mark (${mark}), or export again with`)
  const { out } = await cli(['trace', 'list', file('redacted.json'), '--filter', mark], false)
  expect(out).toContain('signed in')
  expect((await of('trace', 'list', file('slow.json'))).out).toContain('signed in')
  expect(
    (await cli(['trace', 'list', file('slow.json'), '--filter', 'user:x'], false)).errors,
  ).toBe('')
})

it('imports, lists, shows, exports, compares and deletes runs of the history', async () => {
  const imported = await cli(['trace', 'import', file('a.json'), file('b.json')])
  expect(imported.status).toBe(0)
  const [a = '', b = ''] = imported.out.split('\n')
  const { out } = await cli(['trace', 'list', '--filter', 'status:signed-in', '--json'])
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toHaveLength(2)
  expect((await cli(['trace', 'list', '--filter', 'error:expired'])).out).toContain(b)
  expect((await cli(['trace', 'show', a.slice(0, 8)])).out).toContain('USER_PASSWORD_AUTH')
  const har = await cli(['trace', 'export', a, '--format', 'har'])
  expect(JSON.parse(har.out)).toHaveProperty('log.version', '1.2')
  expect(har.out).not.toContain('ana.canary')
  expect(await cli(['trace', 'diff', a, b])).toMatchObject({ status: 1 })
  expect(await cli(['trace', 'delete', a])).toMatchObject({ status: 2 })
  const deleted = await cli(['trace', 'delete', a, a, '--yes'])
  expect(deleted).toMatchObject({ status: 0, errors: '1 deleted.\n' })
  expect((await cli(['trace', 'list'])).out).not.toContain(a)
})

it('imports a file once, and says how many of its runs were in the history already', async () => {
  const imported = () => cli(['trace', 'import', file('a.json'), file('b.json')])
  const first = await imported()
  const second = await imported()
  expect(second).toMatchObject({ status: 0, out: first.out })
  expect(second.errors).toBe(
    `${file('a.json')}: 0 imported, 1 already in the history.\n${file('b.json')}: 0 imported, 1 already in the history.\n`,
  )
  const [a = ''] = first.out.split('\n')
  await cli(['trace', 'delete', a, '--yes'])
  expect((await imported()).errors).toContain(
    `${file('a.json')}: 1 imported, 0 already in the history.`,
  )
  expect((await cli(['trace', 'list'])).out).toContain(a)
})

it('lists a file without a history, and says what a word that names nothing should be', async () => {
  expect((await cli(['trace', 'list', file('a.json')], false)).out).toContain('signed in')
  for (const words of [
    ['trace', 'list'],
    ['trace', 'show', 'latest'],
  ]) {
    const { errors, status } = await cli(words, false)
    expect([status, errors]).toEqual([2, expect.stringContaining('keyring')])
  }
  expect((await cli(['trace', 'show', 'zzzz'])).errors).toContain('begins with “zzzz”')
  expect((await cli(['trace', 'list', '--filter', 'usr:x'])).errors).toContain(
    'Did you mean “user:”',
  )
  expect((await cli(['trace', 'erase'])).status).toBe(2)
})

it('adds up the runs of files and of the history', async () => {
  const named = await cli(['trace', 'statistics', file('a.json'), file('b.json')], false)
  expect(named.status).toBe(0)
  expect(named.out).toMatch(
    /^2 runs\n[^]*hour +succeeded +failed +other\n[^]*step +calls +median +95 % +max\nInitiateAuth +2 /,
  )
  const { out } = await cli(['trace', 'statistics', file('a.json'), '--json'], false)
  expect(JSON.parse(out)).toMatchObject({
    runs: 1,
    unit: 'hour',
    steps: [{ calls: 1 }, { calls: 2 }],
  })
  const filtered = ['trace', 'statistics', file('a.json'), '--filter', 'user:nobody']
  expect((await cli(filtered, false)).out).toBe('0 runs\n')
})

it('shows what a limit deletes before it deletes, and spares pinned runs', async () => {
  for (const startedAt of [1, 2, 3]) {
    const { sampleRun } = await import('#main/trace-store/sample-run-under-test.ts')
    const run = sampleRun(`old-${String(startedAt)}`)
    await history.save({ ...run, run: { ...run.run, startedAt } })
  }
  await history.annotate(['old-2'], { pinned: true })
  const limit = ['trace', 'prune', '--older-than-days', '10000']
  expect(await cli(limit)).toMatchObject({
    status: 2,
    errors: expect.stringContaining('--dry-run'),
  })
  expect(await cli(['trace', 'prune', '--yes'])).toMatchObject({ status: 2 })
  const looked = await cli([...limit, '--dry-run'])
  expect(looked).toMatchObject({ status: 0, out: 'old-3\nold-1\n' })
  expect(looked.errors).toContain('2 runs from 1970-01-01 to 1970-01-01')
  expect(await history.open('old-1')).toBeDefined()
  expect(await cli([...limit, '--yes'])).toMatchObject({ status: 0, out: '' })
  expect(await history.open('old-1')).toBeUndefined()
  expect(await history.open('old-2')).toBeDefined()
  expect((await cli([...limit, '--dry-run'])).errors).toContain('Nothing to delete.')
})

it('exports the whole history as one encrypted file, and imports it again', async () => {
  const runs = (await cli(['trace', 'list', '--json'])).out
  const all = ['trace', 'export', '--all', '--output', file('all.age')]
  expect(await cli(all)).toMatchObject({
    status: 2,
    errors: expect.stringContaining('--passphrase-env'),
  })
  const named = ['--passphrase-env', 'WORDS']
  const set = { WORDS: 'correct horse battery' }
  expect(await cli([...all, ...named], true, { WORDS: 'short' })).toMatchObject({ status: 1 })
  expect(await cli([...all, ...named], true, set)).toMatchObject({ status: 0 })
  const count = String(runs.trim().split('\n').length)
  const again = await cli(['trace', 'import', file('all.age'), ...named], true, set)
  expect(again).toMatchObject({
    status: 0,
    errors: expect.stringContaining(`${count} already in the history`),
  })
}, 120_000)

it('lists the filters that are saved in the window, and uses one by its name', async () => {
  await history.saveFilters([
    { name: 'Wrong codes', filter: 'error:CodeMismatchException' },
    { name: 'Of nobody', filter: 'user:nobody' },
  ])
  expect((await cli(['trace', 'filters'])).out).toBe(
    'Wrong codes  error:CodeMismatchException\nOf nobody  user:nobody\n',
  )
  expect((await cli(['trace', 'filters', '--json'])).out).toContain(
    '{"name":"Wrong codes","filter":"error:CodeMismatchException"}\n',
  )
  const files = [file('a.json'), file('b.json')]
  const listed = async (...words: readonly string[]) =>
    (await cli(['trace', 'list', ...files, '--json', ...words])).out.split('\n').length - 1
  expect(await listed()).toBe(2)
  expect(await listed('--saved-filter', 'Wrong codes')).toBe(1)
  expect(await listed('--saved-filter', 'Wrong codes', '--filter', 'user:nobody')).toBe(0)
  expect(await listed('--saved-filter', 'Of nobody')).toBe(0)
  expect(
    await cli(['export', ...files, '--saved-filter', 'Of nobody', '--format', 'json']),
  ).toMatchObject({ status: 2, errors: expect.stringContaining('No run matches the filter') })
})

it('names the saved filters where none has the name that was given', async () => {
  await history.saveFilters([{ name: 'Wrong codes', filter: 'error:CodeMismatchException' }])
  const { errors, status } = await cli(['trace', 'list', '--saved-filter', 'Wrong'])
  expect(status).toBe(2)
  expect(errors).toContain('No saved filter is called “Wrong”. Saved: “Wrong codes”.')
  await history.saveFilters([])
  expect((await cli(['trace', 'filters'])).out).toBe('')
})

it.each(['filters', 'prune'])(
  'refuses the name of a run for %s, which looks at none',
  async (verb) => {
    const { errors, status } = await cli(['trace', verb, 'latest', '--max-runs', '1', '--yes'])
    expect(status).toBe(2)
    expect(errors).toContain(`trace ${verb} takes no run: unexpected argument “latest”.`)
  },
)
