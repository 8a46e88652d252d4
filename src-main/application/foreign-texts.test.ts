// What a server or another program put into a text must neither turn nor steer what the window shows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startUnderTest } from './application-under-test.ts'

const part = (of: object) => Buffer.from(JSON.stringify(of)).toString('base64url')

test('a claim that would turn text around or steer a terminal is shown with those characters named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-foreign-'))
  const claims = { sub: 'ada\u202etxt.exe', 'custom:\u2066team': ['\u001b[2J'], token_use: 'id' }
  const token = [part({ alg: 'RS256', kid: '\u200fkey' }), part(claims), 'c2lnbmF0dXJl'].join('.')
  const { application, call } = startUnderTest(folder, {
    system: { clipboard: { read: () => Promise.resolve(token), write: () => Promise.resolve() } },
  })
  onTestFinished(async () => {
    await application.close()
    rmSync(folder, { recursive: true })
  })
  const { tokens } = await call('token.read', { profileId: '' })
  expect(tokens[0]?.report).toMatchObject({
    header: { kid: '\\u200fkey' },
    claims: { sub: 'ada\\u202etxt.exe', 'custom:\\u2066team': ['\\u001b[2J'] },
  })
  expect(JSON.stringify(tokens)).not.toMatch(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
})
