import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { sampleSecrets, sampleTrace } from '#engine/vectors/sample-trace.ts'
import { createDraggedFiles } from '#main/export/dragged-files.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import type { Runs } from '#main/runs/runs.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { emptySettingsFile } from '#main/settings/settings.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportHandlers } from './export-handlers.ts'
import type { System } from './system.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-exports-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function storedRun(runId: string, more: readonly TraceEvent[] = []): StoredRun {
  const { marks, trace } = sampleTrace()
  const recorded = { ...trace, open: marks.open.bind(marks), profileId: '', bytes: [] }
  return storedRecording(runId, { ...recorded, events: [...trace.events, ...more] })
}

const slipped: TraceEvent = {
  type: 'ended',
  at: 3,
  outcome: 'refused',
  message: `it was ${sampleSecrets.password}`,
}

function start(onTold: (event: ContractEvent) => void = () => undefined) {
  const desktop = { copied: '', dragged: [] as string[], saved: '', pieces: 0 }
  const draggedFiles = createDraggedFiles(folder)
  const system = {
    version: '0.0.0',
    clipboard: {
      read: () => Promise.resolve(''),
      write: (text: string) => {
        desktop.copied = text
        return Promise.resolve()
      },
    },
    askWhereToSave: (name: string) => Promise.resolve(name),
    startDrag: (path: string) => {
      desktop.dragged.push(path)
      return Promise.resolve()
    },
  } as unknown as System
  const all = new Map(['a', 'b'].map((runId) => [runId, storedRun(runId)]))
  all.set('leaking', storedRun('leaking', [slipped]))
  const runs = {
    stored: (runId: string) => Promise.resolve(all.get(runId)),
  } as unknown as Runs
  const handlers = exportHandlers({
    draggedFiles,
    emit: onTold,
    system,
    runs: () => Promise.resolve(runs),
    settings: documentInMemory(emptySettingsFile),
    newConfirmation: () => 'confirmed',
    writePieces: async (_path, pieces) => {
      for await (const piece of pieces) {
        desktop.saved += String(piece)
        desktop.pieces += 1
      }
    },
  })
  return { desktop, draggedFiles, handlers }
}

test('a preview is the beginning of the redacted file, and there is none of one with secrets', async () => {
  const { handlers } = start()
  const shown = await handlers['export.preview']({
    runIds: ['a'],
    format: 'har',
    redacted: true,
  })
  expect(shown.beginning?.text).toMatch(/‹password [0-9a-f]+›/)
  expect(shown.beginning?.text).not.toMatch(/canary/i)
  expect([shown.confirmation, shown.leaks]).toEqual(['', []])
  const whole = await handlers['export.preview']({
    runIds: ['a'],
    format: 'har',
    redacted: false,
  })
  expect(whole.beginning).toBeUndefined()
  expect(whole.confirmation).toBe('confirmed')
})

test('a preview of several runs is the beginning of the one file that they become', async () => {
  const { handlers } = start()
  const form = { runIds: ['a', 'b'], format: 'json' as const, redacted: true }
  const joined = await handlers['export.preview'](form)
  expect(joined.beginning?.text).toMatch(/^\{"format": "authscope-traces"/)
  const zipped = await handlers['export.preview']({ ...form, zip: true })
  expect(zipped.beginning?.text).toMatch(/^\{\s*"format": "authscope-trace",/)
})

test('a preview says where the leak scan found a secret, and shows nothing of the file', async () => {
  const { handlers } = start()
  const form = { runIds: ['leaking'], format: 'json' as const, redacted: true }
  const { beginning, leaks } = await handlers['export.preview'](form)
  expect(beginning).toBeUndefined()
  expect(leaks[0]?.message).toMatch(/^A password is in plain text at character \d+\.$/)
  await expect(handlers['export.save']({ ...form, confirmation: '' })).rejects.toMatchObject({
    code: 'export-leaks',
  })
})

test('a text is copied redacted; a zip is no text', async () => {
  const { desktop, handlers } = start()
  await handlers['export.copy']({ runIds: ['a'], format: 'markdown' })
  expect(desktop.copied).toMatch(/^## /)
  expect(desktop.copied).not.toMatch(/canary/i)
  await expect(
    handlers['export.copy']({ runIds: ['a', 'b'], format: 'svg' }),
  ).rejects.toMatchObject({ code: 'not-copied' })
})

test('runs are dragged out as one private file without secrets, which is removed', async () => {
  const { desktop, draggedFiles, handlers } = start()
  const { drag } = await handlers['export.prepareDrag']({ runIds: ['a', 'b'], format: 'har' })
  await handlers['export.drag']({ drag: 'another' })
  expect(desktop.dragged).toEqual([])
  await handlers['export.drag']({ drag })
  const path = desktop.dragged[0] ?? ''
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('"id":"sign-in 2"')
  expect(text).not.toMatch(/canary/i)
  if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o077).toBe(0)
  await draggedFiles.clear()
  expect(existsSync(dirname(path))).toBe(false)
})

test('nothing that leaks is dragged out, and no part of it stays in the temporary folder', async () => {
  const { desktop, handlers } = start()
  const before = readdirSync(folder)
  await expect(
    handlers['export.prepareDrag']({ runIds: ['a', 'leaking'], format: 'json' }),
  ).rejects.toMatchObject({ code: 'export-leaks' })
  expect(desktop.dragged).toEqual([])
  expect(readdirSync(folder)).toEqual(before)
})

test('what is saved of several runs is written run by run, and the file is whole', async () => {
  const { desktop, handlers } = start()
  const form = { runIds: ['a', 'b'], format: 'har' as const, redacted: true }
  const { path } = await handlers['export.save']({ ...form, confirmation: '' })
  expect(path).toMatch(/-2-runs\.har$/)
  expect(desktop.pieces).toBe(3)
  const { log } = JSON.parse(desktop.saved) as { log: { pages: unknown[] } }
  expect(log.pages).toHaveLength(2)
})

test('more runs than a clipboard should hold are not copied', async () => {
  const { handlers } = start()
  const runIds = Array.from({ length: 1001 }, () => 'a')
  await expect(handlers['export.copy']({ runIds, format: 'har' })).rejects.toMatchObject({
    code: 'export-too-many',
  })
})

test('redaction profiles are saved, and no two have one name', async () => {
  const { handlers } = start()
  const { builtIn } = await handlers['export.redactionProfiles'](undefined)
  const own = { name: 'Support', redaction: { ...builtIn[0]!.redaction, users: 'kept' as const } }
  await handlers['export.saveRedactionProfiles']({ profiles: [own] })
  expect((await handlers['export.redactionProfiles'](undefined)).saved).toEqual([own])
  await expect(
    handlers['export.saveRedactionProfiles']({ profiles: [own, { ...own, name: 'strict' }] }),
  ).rejects.toMatchObject({ code: 'name-taken' })
})

test('more runs than one file can have are refused before any is read', async () => {
  const { handlers } = start()
  const runIds = Array.from({ length: 10_001 }, (_, index) => String(index))
  await expect(
    handlers['export.preview']({ runIds, format: 'har', redacted: true }),
  ).rejects.toMatchObject({ code: 'export-too-many' })
})

test('the export of several runs tells its progress, and writes no more once it is cancelled', async () => {
  const parts: number[] = []
  let isUnwanted = true
  const { desktop, handlers } = start((event) => {
    if (event.type !== 'export.progress') return
    parts.push(event.part)
    if (isUnwanted) void handlers['export.cancel'](undefined)
  })
  const request = { runIds: ['a', 'b'], format: 'har' as const, redacted: true, confirmation: '' }
  expect(await handlers['export.save'](request)).toEqual({})
  expect(desktop.saved).not.toContain('"version":"1.2"')
  isUnwanted = false
  expect(await handlers['export.save'](request)).toHaveProperty('path')
  expect(desktop.saved).toContain('"version":"1.2"')
  expect(parts[0]).toBe(0.25)
})
