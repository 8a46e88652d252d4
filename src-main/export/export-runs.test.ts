import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ContentItem } from '#engine/export/content-item.ts'
import { sampleSecrets, sampleTrace } from '#engine/vectors/sample-trace.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportRuns, storedRunsContents, type ExportRunsForm } from './export-runs.ts'
import { storedRunContents } from './export-trace.ts'
import { runsBy } from './runs-to-export.ts'

const ports = { application: 'Authscope 0', now: Date.UTC(2026, 10, 29) }

function storedRun(runId: string): StoredRun {
  const { marks, trace } = sampleTrace()
  return storedRecording(runId, {
    ...trace,
    open: marks.open.bind(marks),
    profileId: '',
    bytes: [],
  })
}

/** The same run so and so often, and how many of them are held open for the next piece. */
function counted(count: number) {
  const opened: number[] = []
  const known = Array.from({ length: count }, (_, index) => index)
  const runs = runsBy(known, (index) => {
    opened.push(index)
    return Promise.resolve(storedRun(String(index)))
  })
  return { opened, runs }
}

const forms: readonly ExportRunsForm[] = [
  { format: 'har', redacted: false },
  { format: 'json', redacted: false },
  { format: 'har', redacted: false, zip: true },
]

test.each(forms)('$format is exported with one run opened for each piece', async (form) => {
  const { opened, runs } = counted(5)
  const { pieces } = await exportRuns(runs, form, ports)
  opened.length = 0
  const iterator = pieces[Symbol.asyncIterator]()
  await iterator.next()
  expect(opened).toEqual([0])
})

test('a redacted zip has the files that its manifest names, and no secret', async () => {
  const { runs } = counted(3)
  const { isText, name, pieces } = await exportRuns(
    runs,
    { format: 'json', redacted: true, zip: true },
    ports,
  )
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece))
  const files = unzipSync(Buffer.concat(parts))
  expect([isText, name]).toEqual([false, expect.stringMatching(/-3-runs\.zip$/)])
  const { 'manifest.json': manifest, ...others } = files
  const { runs: listed } = JSON.parse(Buffer.from(manifest ?? []).toString()) as {
    runs: { file: string; size: number }[]
  }
  expect(Object.keys(others)).toEqual(listed.map(({ file }) => file))
  for (const { file, size } of listed) expect(others[file]?.length).toBe(size)
  for (const value of Object.values(sampleSecrets))
    for (const bytes of Object.values(files)) expect(Buffer.from(bytes).includes(value)).toBe(false)
})

test('issue texts of several runs are one file, one after the other', async () => {
  const { runs } = counted(2)
  const { isText, name, pieces } = await exportRuns(
    runs,
    { format: 'markdown', redacted: true },
    ports,
  )
  let text = ''
  for await (const piece of pieces) text += String(piece)
  expect([isText, name]).toEqual([true, expect.stringMatching(/-2-runs\.md$/)])
  expect(text.match(/^## .*$/gm)).toEqual([
    '## USER_PASSWORD_AUTH to Cognito: signed in',
    '## USER_PASSWORD_AUTH to Cognito: signed in',
  ])
  for (const value of Object.values(sampleSecrets)) expect(text).not.toContain(value)
})

test('the contents of issue texts that fit one issue only in part say how many are left out', async () => {
  const form = { format: 'markdown', redacted: true } as const
  const { pieces } = await exportRuns(counted(60).runs, form, ports)
  let text = ''
  for await (const piece of pieces) text += String(piece)
  const shown = text.match(/^### Calls$/gm)?.length ?? 0
  expect(shown).toBeLessThan(60)
  const contents = await storedRunsContents(counted(60).runs, form)
  expect(contents).toContainEqual({
    what: 'sign-ins without room for more than a line, or only counted',
    count: 60 - shown,
  })
  expect(contents).toContainEqual({
    what: 'causes with evidence and next steps',
    count: text.match(/^\*\*.*, AS\d+\)$/gm)?.length,
  })
})

test('the contents of several runs are in the order of those of one, whichever run has what', async () => {
  const withoutSecrets = { ...storedRun('0'), events: storedRun('0').events.slice(0, 3) }
  const runs = runsBy([withoutSecrets, storedRun('1')], (run) => Promise.resolve(run))
  const form = { format: 'json', redacted: true } as const
  const what = (items: readonly ContentItem[]) => items.map((one) => one.what)
  expect(what(await storedRunsContents(runs, form))).toEqual(
    what(storedRunContents(storedRun('1'), form)),
  )
})
