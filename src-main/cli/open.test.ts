import { gzipSync } from 'node:zlib'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommandLine } from './run-command-line.ts'

const captures = new URL('../import/captures/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'authscope-open-'))

async function run(args: readonly string[], input = '') {
  let text = ''
  let errors = ''
  const status = await runCommandLine(args, {
    version: '0.0.0',
    environment: {},
    write: (more) => (text += more),
    error: (more) => (errors += more),
    readInput: () => Promise.resolve(input),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { errors, status, text }
}

interface Opened {
  readonly format: string
  readonly signIns: readonly { readonly outcome: string; readonly origin: object }[]
}

it('shows every sign-in of a file, and what is missing from it', async () => {
  const { status, text } = await run(['open', `${captures}firefox-esr-auto-export.har`])
  expect(status).toBe(0)
  expect(text).toContain(
    'HAR of Firefox 153.8.0: 14 sign-ins, 16 others dropped, 1 call not fully captured',
  )
  expect(text).toContain('NotAuthorizedException: Incorrect username or password.')
  expect(text).not.toContain('Practice-Password')
})

it('says why a response was not captured', async () => {
  const { text } = await run(['open', `${captures}devtools-preserved-log-after-navigation.har`])
  expect(text).toContain('→ not captured: The browser no longer had the response body')
  expect(text).not.toContain('accepted')
})

it('names no time in the service where a recording has no times', async () => {
  const { text } = await run(['open', `${captures}aws-sdk-js-3.1169.0-logger-console.stdout.log`])
  expect(text).toContain('time unknown')
  expect(text).toContain('Signed in. 1 call.\n')
  expect(text).not.toContain('0.0 ms')
})

it('prints one JSON object per sign-in, with its origin', async () => {
  const { text } = await run(['open', '--json', `${captures}playwright-embed.har`])
  const opened = JSON.parse(text) as Opened
  expect(opened.format).toBe('HAR')
  expect(opened.signIns).toHaveLength(14)
  expect(opened.signIns[0]?.origin).toEqual({
    kind: 'imported',
    start: { kind: 'whole' },
    format: 'HAR',
    file: 'playwright-embed.har',
    tool: 'Playwright 1.65.1',
  })
})

it('opens standard input, compressed files, and UTF-16', async () => {
  const har = readFileSync(`${captures}mitmproxy-har_dump.har`)
  const gzip = join(folder, 'a.har.gz')
  writeFileSync(gzip, gzipSync(har))
  const wide = join(folder, 'wide.har')
  writeFileSync(wide, Buffer.from(`\ufeff${har.toString('utf8')}`, 'utf16le'))
  for (const args of [['-'], [gzip], [wide]]) {
    const { text } = await run(['open', ...args], har.toString('utf8'))
    expect(text).toContain('HAR of mitmproxy har_dump 0.1: 6 sign-ins, 1 other dropped')
  }
})

it.each([
  ['nothing.har', 'nothing.har: There is no such file.'],
  ['.', 'This is a folder.'],
])('says what is wrong with %s', async (name, message) => {
  const { errors, status } = await run(['open', join(folder, name)])
  expect(status).toBe(1)
  expect(errors).toContain(message)
})

it('says that a damaged archive is damaged', async () => {
  const path = join(folder, 'a.zip')
  writeFileSync(path, 'PK\u0003\u0004 and nothing else')
  expect((await run(['open', path])).errors).toContain('The zip archive is damaged or truncated.')
})
