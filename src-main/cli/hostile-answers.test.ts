// Answers of a server that is not Cognito, or not in its right mind. AUTHSCOPE_TORTURE runs all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readTrace } from '#engine/export/trace-json.ts'
import { maxCalls } from '#engine/sign-in/transition.ts'
import { cli } from './command-line-under-test.ts'
import {
  chosenHostileAnswers,
  hostileAnswers,
  startHostileServer,
} from '#pool/http/hostile-server-under-test.ts'

vi.setConfig({ testTimeout: 60_000 })

const chosen = chosenHostileAnswers(process.env['AUTHSCOPE_TORTURE'] !== undefined)

const folder = mkdtempSync(join(tmpdir(), 'authscope-hostile-'))
let server: Awaited<ReturnType<typeof startHostileServer>>
beforeAll(async () => {
  server = await startHostileServer()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('there are 200 hostile answers, each with a name of its own', () => {
  expect(new Set(hostileAnswers.map(({ name }) => name)).size).toBe(hostileAnswers.length)
  expect(hostileAnswers.length).toBeGreaterThanOrEqual(200)
})

/** Of the process of these tests: an answer is in memory several times, as text, in the trace, in files. */
const maxMegabytes = 2500

const options =
  '--region us-east-1 --client-id abc --username u --password-env P --timeout 2 --flow USER_PASSWORD_AUTH'

test.each(chosen)('$name: one clear result, and a trace that can be read', async (hostile) => {
  server.answerWith(hostile)
  const [trace, har] = [join(folder, 'trace.json'), join(folder, 'trace.har')]
  const line = `sign-in --endpoint ${server.endpoint} ${options} --answers-stdin --trace ${trace} --har ${har}`
  const { errors, out, status } = await cli(line, {
    environment: { P: 'Hostile-Password-1!' },
    input: '{}',
  })
  // Done, failed, a challenge left, refused: never a usage error, which is what a crash looks like.
  expect([0, 1, 3, 4], errors).toContain(status)
  expect(out + errors).not.toMatch(/\bat .+:\d+:\d+|RangeError|TypeError|Cannot read/)
  expect(out + errors).not.toMatch(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  )
  expect(server.calls()).toBeLessThanOrEqual(maxCalls * 3)
  const read = readTrace(readFileSync(trace, 'utf8'))
  expect(read.ok, 'message' in read ? read.message : '').toBe(true)
  expect(JSON.parse(readFileSync(har, 'utf8'))).toHaveProperty('log')
})

test('after all of them, memory was never beyond its bound', () => {
  // Kilobytes, at the peak.
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(maxMegabytes)
})
