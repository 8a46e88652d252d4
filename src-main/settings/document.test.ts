import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDocument, type WriteFile } from './document.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-document-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const plainWrite: WriteFile = (path, value) => {
  writeFileSync(path, JSON.stringify(value))
  return Promise.resolve()
}
const path = () => join(folder, 'list.json')
const open = (write = plainWrite) =>
  openDocument({
    path: path(),
    version: 2,
    schema: z.object({ words: z.array(z.string()) }),
    empty: { words: [] },
    write,
    now: () => Date.UTC(2026, 10, 23, 5, 30),
  })

describe('a document', () => {
  it('is the same after a restart', async () => {
    await open().change(({ words }) => ({ words: [...words, 'one'] }))
    expect(open().value()).toEqual({ words: ['one'] })
    expect(open().quarantined).toEqual([])
  })

  it('loses no change when two happen at once', async () => {
    const document = open(async (file, value) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await plainWrite(file, value)
    })
    await Promise.all(
      ['a', 'b', 'c'].map((word) => document.change(({ words }) => ({ words: [...words, word] }))),
    )
    expect(open().value()).toEqual({ words: ['a', 'b', 'c'] })
  })

  it('that cannot be written reports it, stays as it was and accepts the next change', async () => {
    let full = true
    const document = open((file, value) =>
      full
        ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
        : plainWrite(file, value),
    )
    await expect(document.change(() => ({ words: ['lost'] }))).rejects.toMatchObject({
      code: 'not-saved',
      detail: { code: 'ENOSPC' },
    })
    expect(document.value()).toEqual({ words: [] })
    full = false
    await document.change(() => ({ words: ['kept'] }))
    expect(open().value()).toEqual({ words: ['kept'] })
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['cut off', '{"version":2,"words":["hal', 'damaged', /not complete JSON/],
    [
      'not ours',
      '{"version":2,"words":[1]}',
      'damaged',
      /words\.0 must be a string, not a number\.$/,
    ],
    ['no object', '[]', 'damaged', /is invalid/],
    ['empty', '', 'damaged', /not complete JSON/],
    ['of a later version', '{"version":3,"sentences":[]}', 'newer', /later version/],
  ])('because it is %s is quarantined', async (_why, text, kind, reason) => {
    writeFileSync(path(), text)
    const document = open()
    const quarantined = join(folder, `list.${kind}-2026-11-23T05-30-00-000.json`)
    expect(document.quarantined).toEqual([
      { path: quarantined, reason: expect.stringMatching(reason) },
    ])
    expect(document.value()).toEqual({ words: [] })
    await document.change(() => ({ words: ['new'] }))
    expect(readFileSync(quarantined, 'utf8')).toBe(text)
    expect(readdirSync(folder)).toHaveLength(2)
  })
})
