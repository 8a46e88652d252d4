import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wholeHar } from '#engine/export/har-of-several.ts'
import { sampleSecrets, sampleTrace } from '#engine/vectors/sample-trace.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { HarFile } from './har-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-har-file-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const { marks, trace } = sampleTrace()

const signIn = (events: readonly TraceEvent[] = trace.events): StoredRun => ({
  run: {
    runId: 'r',
    profileId: 'p',
    profileName: 'Staging',
    startedAt: 0,
    flow: 'USER_PASSWORD_AUTH',
    username: 'ana',
    state: 'tokens',
    calls: 4,
    practice: false,
    origin: 'performed',
  },
  events,
  secrets: new Map(
    trace.secrets.flatMap(({ mark }) => {
      const secret = marks.open(mark)
      return secret ? [[mark, secret] as const] : []
    }),
  ),
  bytes: [],
})

interface Har {
  readonly log: {
    readonly version: string
    readonly creator: { readonly name: string }
    readonly pages: readonly { readonly id: string }[]
    readonly entries: readonly { readonly pageref: string }[]
  }
}

async function written(name: string, add: (file: HarFile) => void): Promise<string> {
  const path = join(folder, name)
  const file = new HarFile(path)
  add(file)
  await file.close()
  return readFileSync(path, 'utf8')
}

test('many sign-ins are one HAR with a page for each, also one that made no call', async () => {
  const text = await written('many.har', (file) => {
    file.add(signIn(trace.events.slice(0, 1)))
    file.add(signIn())
    file.add(signIn())
  })
  const { log } = JSON.parse(text) as Har
  expect(log.version).toBe('1.2')
  expect(log.creator.name).toBe('Authscope')
  expect(log.pages.map(({ id }) => id)).toEqual(['sign-in 1', 'sign-in 2', 'sign-in 3'])
  expect(log.entries.map(({ pageref }) => pageref)).toEqual(
    ['sign-in 2', 'sign-in 3'].flatMap((id) => [id, id, id, id]),
  )
  for (const value of Object.values(sampleSecrets)) expect(text).not.toContain(value)
})

test('a file of no sign-in is a whole HAR', async () => {
  const { log } = JSON.parse(await written('none.har', () => undefined)) as Har
  expect([log.pages, log.entries]).toEqual([[], []])
})

test('a sign-in that leaks is refused, and nothing of it is in the file', async () => {
  const [started] = trace.events
  const text = await written('leaks.har', (file) => {
    file.add(signIn())
    const leaky = trace.events.map((event): TraceEvent =>
      event === started && event.type === 'started'
        ? { ...event, application: `Authscope ${sampleSecrets.password}` }
        : event,
    )
    expect(() => {
      file.add(signIn(leaky))
    }).toThrow('not written')
    file.add(signIn())
  })
  const { log } = JSON.parse(text) as Har
  expect(log.pages.map(({ id }) => id)).toEqual(['sign-in 1', 'sign-in 2'])
  expect(log.entries).toHaveLength(8)
  expect(text).not.toContain(sampleSecrets.password)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the calls that a killed watch had written are recovered by the next of its name', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
  const whole = await written('earlier.har', (file) => {
    file.add(signIn())
    file.add(signIn())
  })
  const lines = whole.split('\n')
  const half = lines.slice(0, 8).join('\n').slice(0, -50)
  writeFileSync(join(folder, `cut.har.${String(ended)}-1a2b3c4d.part`), half)
  const file = new HarFile(join(folder, 'cut.har'))
  expect(file.recovered).toEqual([join(folder, 'cut.recovered-1a2b3c4d.har')])
  await file.close()
  const { log } = JSON.parse(readFileSync(file.recovered[0] ?? '', 'utf8')) as Har
  expect(log.entries.map(({ pageref }) => pageref)).toEqual([
    ...Array<string>(4).fill('sign-in 1'),
    ...Array<string>(2).fill('sign-in 2'),
  ])
  expect(readdirSync(folder).filter((name) => name.startsWith('cut'))).toHaveLength(2)
  // Cut off in the pages, which are no calls.
  const inPages = wholeHar(lines.slice(0, 11).join('\n')) ?? ''
  expect((JSON.parse(inPages) as Har).log.entries).toHaveLength(8)
})

test('a file that a killed watch left without a call is replaced by the next of its name', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(join(folder, `killed.har.${String(ended)}-1a2b3c4d.part`), '{"log":')
  const { log } = JSON.parse(await written('killed.har', () => undefined)) as Har
  expect(log.entries).toEqual([])
  expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual(['killed.har'])
})

test.runIf(process.platform !== 'win32')('the file is for this user alone', async () => {
  await written('private.har', (file) => {
    file.add(signIn())
  })
  expect(statSync(join(folder, 'private.har')).mode & 0o777).toBe(0o600)
})
