import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { linesOf, readCapture } from './read-bytes-under-test.ts'
import { readRecordingFile } from './recording-file.ts'

const temporary = mkdtempSync(join(tmpdir(), 'authscope-zip-'))
afterAll(() => {
  rmSync(temporary, { recursive: true })
})

const capture = (name: string): Uint8Array =>
  readFileSync(new URL(`captures/${name}`, import.meta.url))
const text = (of: string): Uint8Array => Buffer.from(of)

function readZip(files: Readonly<Record<string, Uint8Array>>) {
  const path = join(temporary, 'logs.zip')
  writeFileSync(path, zipSync(files))
  return readRecordingFile(path, { application: 'Authscope 0.0.0', profileOf: () => undefined })
}

it('every HAR of a zip is read, and what is wrong is said of the file that it is in', async () => {
  const names = ['chrome-har.har', 'firefox-esr-auto-export.har']
  const plain = await Promise.all(names.map(readCapture))
  const both = await readZip({
    'a/chrome.har': capture('chrome-har.har'),
    'other.har': text(
      '{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[]}}',
    ),
    'b/firefox.har': capture('firefox-esr-auto-export.har'),
    'notes.txt': text('not a recording'),
  })
  expect(linesOf(both)).toEqual(plain.flatMap(linesOf))
  expect(both.dropped).toBe(plain.reduce((sum, { dropped }) => sum + dropped, 0))
  expect(both.problems[0]?.place).toBe('a/chrome.har, entry 11')
  expect(both.problems.at(-1)).toEqual({
    place: 'other.har',
    message: 'This HAR file has no call to Amazon Cognito. Record while the application signs in.',
  })
})

it('the zip of a CI service’s logs is read, and a step that it has twice once', async () => {
  const log = 'aws-cli-2.9.19-debug-refused-json-parameters.log'
  const prefixed = Buffer.from(capture(log))
    .toString()
    .replaceAll(/^/gm, '2026-11-28T09:14:00.1234567Z ')
  const read = await readZip({
    '0_test.txt': text(`2026-11-28T09:13:59.1234567Z ##[group]Run\n${prefixed}`),
    '1_lint.txt': text('2026-11-28T09:13:59.1234567Z all is well'),
    'test/1_Run tests.txt': text(prefixed),
  })
  expect(linesOf(read)).toEqual(linesOf(await readCapture(log)))
  expect(read.problems).toEqual([])
  const steps = await readZip({ 'test/1_Run tests.txt': text(prefixed) })
  expect(linesOf(steps)).toEqual(linesOf(read))
})

it('a zip without a recording says so', async () => {
  await expect(readZip({ 'a.png': text('x') })).rejects.toThrow('There is no HAR or log')
  await expect(readZip({ 'a.txt': text('x') })).rejects.toThrow('Authscope cannot read this file.')
})
