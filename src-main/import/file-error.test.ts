import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import { messageOfFileError, reasonOfFileError } from './file-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-file-error-'))
const at = (name: string) => join(folder, name)
writeFileSync(at('a-file'), '')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const errorOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => undefined,
    (error: unknown) => error,
  )

it.each([
  ['missing/report.xml', 'There is no such folder.'],
  ['a-file/report.xml', 'There is no such folder.'],
  ['', 'This is a folder. Name a file in it.'],
])('a file that cannot be written at “%s” is named with the reason', async (name, reason) => {
  const error = await errorOf(writePrivateFile(at(name), 'text'))
  expect(messageOfFileError(error)).toBe(`${name === '' ? folder : at(name)}: ${reason}`)
})

it('a file that cannot be read is named with the reason', async () => {
  const error = await errorOf(readFile(at('missing')))
  expect(messageOfFileError(error)).toBe(`${at('missing')}: There is no such file.`)
  expect(reasonOfFileError(error)).toBe('There is no such file.')
  // Node 26 also says which folder it is.
  const inFolder = 'This is a folder. Open a file in it.'
  expect([inFolder, `${folder}: ${inFolder}`]).toContain(
    messageOfFileError(await errorOf(readFile(folder))),
  )
})

it('an error that is of no file is left as it is', () => {
  expect(messageOfFileError(new Error('something else'))).toBeUndefined()
  expect(
    messageOfFileError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
  ).toBeUndefined()
})
