import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readBytes, readCapture } from '#main/import/read-bytes-under-test.ts'
import type { Recording } from '#main/import/read-recording.ts'
import { recordedRunId } from './recorded-run-id.ts'

const folder = new URL('../import/captures/', import.meta.url)

const idsOf = ({ traces }: Recording): readonly string[] =>
  traces.map(({ events, open }) => recordedRunId(events, (mark) => open(mark) !== undefined))

it.each(readdirSync(folder))('%s gives each sign-in an ID, the same again', async (name) => {
  const ids = idsOf(await readCapture(name))
  expect(idsOf(await readCapture(name))).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

it.each(readdirSync(folder).filter((name) => /curl|newman|sdk-js/.test(name)))(
  '%s, which has no dates, gives the same ids whenever the file was written',
  async (name) => {
    const copy = await readBytes(readFileSync(new URL(name, folder)))
    expect(idsOf(copy)).toEqual(idsOf(await readCapture(name)))
  },
)
