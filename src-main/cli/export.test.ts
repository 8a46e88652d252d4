import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import { runCommandLine } from './run-command-line.ts'

const captures = new URL('../import/captures/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'authscope-export-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function run(...args: readonly string[]) {
  let text = ''
  let errors = ''
  const status = await runCommandLine(['export', ...args], {
    version: '0.0.0',
    environment: {},
    write: (more) => (text += more),
    error: (more) => (errors += more),
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { errors, status, text }
}

const har = join(captures, 'firefox-esr-auto-export.har')

test.each(exportFormats)(
  '$id: a foreign sign-in is written, and no password is in it',
  async ({ id }) => {
    const { errors, status, text } = await run(har, '--format', id, '--sign-in', '13')
    expect([status, errors]).toEqual([0, ''])
    expect(text.length).toBeGreaterThan(500)
    expect(text).not.toContain('Practice-Password')
  },
)

test('an issue text has the chain, a diagram and the cause, and posts nothing of its own', async () => {
  const { text } = await run(har, '--format', 'markdown', '--sign-in', '3')
  expect(text).toMatch(/^## USER_PASSWORD_AUTH to Cognito: refused/)
  expect(text).toContain('| 1 | InitiateAuth |  | NotAuthorizedException: Incorrect username')
  expect(text).toContain('A->>C: InitiateAuth')
  expect(text).toContain('C--xA: NotAuthorizedException')
  expect(text).toContain('AS1101')
  expect(text).not.toMatch(/@(?!\u200b)/)
  expect(text.length).toBeLessThan(65_536)
})

test('one call of a chain is written alone, with what it took from others as variables', async () => {
  const { text } = await run(har, '--format', 'curl', '--sign-in', '13', '--step', '2')
  expect(text).toContain("call 'RespondToAuthChallenge'")
  expect(text).not.toContain("call 'InitiateAuth'")
})

test('token ids stay in a redacted file unless --redact names them', async () => {
  const options = ['--format', 'json', '--sign-in', '13']
  const ids = /"jti": "[0-9a-f-]{36}"/
  expect((await run(har, ...options)).text).toMatch(ids)
  const { text } = await run(har, ...options, '--redact', 'groups,token-ids')
  expect(text).not.toMatch(ids)
  expect(text).toMatch(/"jti": "‹token [0-9a-f]+›"/)
})

test('a file is written for this user alone', async () => {
  const path = join(folder, 'sequence.svg')
  expect((await run(har, '--format', 'svg', '--output', path)).status).toBe(0)
  expect(readFileSync(path, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test('what is missing or wrong on the command line is said', async () => {
  const said = async (...args: readonly string[]) => {
    const { errors, status } = await run(...args)
    expect(status).toBe(2)
    return errors
  }
  expect(await said()).toContain('takes a file')
  expect(await said(har, '--format', 'pdf')).toContain('--format is one of har, json')
  expect(await said(har, '--format', 'har', '--sign-in', '99')).toContain('14 sign-ins')
  expect(await said(har, '--format', 'har', '--sign-in', '0')).toContain('a number from 1')
  expect(await said(har, '--format', 'har', '--step', '9')).toContain('no step 9')
  expect(await said(har, '--format', 'har', '--redact', 'names')).toContain('groups, token-ids')
})
