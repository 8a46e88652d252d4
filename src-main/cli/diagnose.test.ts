import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { runCommandLine } from './run-command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-diagnose-'))
const file = (name: string) => join(folder, name)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const history: TraceStore = { ...memoryTraceStore(), close: () => Promise.resolve() }

async function cli(words: readonly string[], input = '', withHistory = true) {
  let out = ''
  let errors = ''
  const status = await runCommandLine([...words], {
    version: '0.0.0',
    environment: {},
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.resolve(input),
    colours: false,
    interrupted: new AbortController().signal,
    ...(withHistory && { openHistory: () => Promise.resolve(history) }),
  })
  return { status, out, errors }
}

beforeAll(async () => {
  const refused = ['sign-in', '--practice', '--username', 'alice', '--inject-fault', 'wrong-proof']
  const { status, out } = await cli([...refused, '--trace', file('t.json'), '--har', file('t.har')])
  expect(status).toBe(4)
  expect(out).toContain('AS1307')
}, 30_000)

it('gives the same diagnosis for a run, its exported trace and its HAR', async () => {
  for (const name of ['t.json', 't.har']) {
    const { status, out } = await cli(['diagnose', file(name)])
    expect(status).toBe(0)
    expect(out).toMatch(/proved\s+The signature is not the one .* AS1307/)
    expect(out).toMatch(/\d+ causes excluded by this trace: .*AS1301 srp\/clock-skew/)
  }
  expect(JSON.parse(readFileSync(file('t.json'), 'utf8'))).toHaveProperty(
    'diagnosis.0',
    expect.objectContaining({ code: 'AS1307', verdict: 'proved', step: 2 }),
  )
})

it('diagnoses a run of the history by its ID, the first characters of it, or as the latest', async () => {
  const { out: imported } = await cli(['trace', 'import', file('t.json')])
  const [runId = ''] = imported.split('\n')
  const { out: ofFile } = await cli(['diagnose', file('t.json')])
  for (const name of [runId, runId.slice(0, 6), 'latest'])
    expect(await cli(['diagnose', name])).toEqual({ status: 0, out: ofFile, errors: '' })
  expect((await cli(['diagnose', runId, '--fail-on', 'likely'])).status).toBe(4)
  const absent = await cli(['diagnose', 'ffffffffffffffff'])
  expect([absent.status, absent.errors]).toEqual([2, expect.stringContaining('No run')])
  const inNode = await cli(['diagnose', runId], '', false)
  expect([inNode.status, inNode.errors]).toEqual([2, expect.stringContaining('keyring')])
})

it('reads a trace or a HAR from standard input like its file', async () => {
  for (const name of ['t.json', 't.har']) {
    const { out, status } = await cli(
      ['diagnose', '-', '--format', 'json'],
      readFileSync(file(name), 'utf8'),
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('traces.0.diagnosis.0.code', 'AS1307')
  }
})

it('takes --json for --format json, as the other commands do', async () => {
  const asFormat = await cli(['diagnose', file('t.json'), '--format', 'json'])
  expect(await cli(['diagnose', file('t.json'), '--json'])).toEqual(asFormat)
  const both = await cli(['diagnose', file('t.json'), '--json', '--format', 'sarif'])
  expect(both).toMatchObject({ status: 2, out: '' })
})

it('keeps only the rules that were asked for, by code or slug, in every format', async () => {
  const one = ['diagnose', file('t.json'), '--rule', 'srp/message', '--rule', 'AS1301']
  const { out } = await cli([...one, '--format', 'json'])
  const report = JSON.parse(out) as { traces: readonly { diagnosis: { code: string }[] }[] }
  expect(report.traces[0]?.diagnosis.map(({ code }) => code)).toEqual(['AS1307', 'AS1301'])
  for (const format of ['text', 'markdown', 'sarif', 'junit']) {
    const other = ['diagnose', file('t.json'), '--rule', 'AS1101', '--format', format]
    expect((await cli([...one, '--format', format])).out).toContain('AS1307')
    expect((await cli(other)).out).not.toContain('AS1307')
  }
})

it('exits with an error for a proved cause, unless it is in the baseline', async () => {
  const failOn = ['diagnose', file('t.json'), '--fail-on', 'proved']
  expect((await cli(failOn)).status).toBe(4)
  const { out } = await cli(['diagnose', file('t.json'), '--format', 'json'])
  const report = JSON.parse(out) as { traces: readonly { diagnosis: readonly unknown[] }[] }
  expect(report.traces[0]?.diagnosis[0]).toMatchObject({
    rule: 'srp/message',
    evidence: [{ step: 2, where: 'fact', member: 'srp-proof', expected: 'right' }],
    next: [{ kind: 'action', safety: 'as is' }],
  })
  writeFileSync(file('baseline.json'), out)
  expect((await cli([...failOn, '--baseline', file('baseline.json')])).status).toBe(0)
  for (const format of ['text', 'markdown']) {
    const shown = await cli([...failOn, '--baseline', file('baseline.json'), '--format', format])
    expect(shown.out).toContain('1 cause is left out by --baseline or --rule')
    expect(shown.out).not.toContain('Nothing failed')
  }
  expect((await cli([...failOn, '--rule', 'AS1301'])).status).toBe(0)
  expect((await cli([...failOn, '--baseline', file('t.har')])).status).toBe(2)
  expect((await cli(['diagnose', file('t.json'), '--fail-on', 'possible'])).status).toBe(2)
  expect((await cli(['diagnose'])).status).toBe(2)
})

it('writes Markdown, SARIF and JUnit, which name the cause and no excluded one', async () => {
  const written = async (format: string) =>
    (await cli(['diagnose', file('t.json'), '--format', format])).out
  expect(await written('markdown')).toContain('(proved, AS1307)')
  const sarif = JSON.parse(await written('sarif')) as {
    runs: readonly { results: readonly { ruleId: string; level: string }[] }[]
  }
  expect(sarif.runs[0]?.results).toMatchObject([{ ruleId: 'AS1307', level: 'error' }])
  expect(await written('junit')).toMatch(/tests="1" failures="1"[^]*<failure type="AS1307"/)
})

it('explains a code, a slug and an error text without a network', async () => {
  expect((await cli(['explain', 'AS1301'])).out).toContain('## What excludes it')
  expect((await cli(['explain', 'srp/clock-skew'])).out).toContain('# AS1301')
  const text = 'NotAuthorizedException: Invalid Refresh Token'
  const { out } = await cli(['explain', text])
  expect(out.match(/^# AS\d+/gm)).toEqual(
    ['AS1606', 'AS1604', 'AS1603', 'AS1602', 'AS1601', 'AS1607'].map((code) => `# ${code}`),
  )
  expect((await cli(['explain', 'no such text'])).status).toBe(1)
})

it.each([
  'An error occurred (NotAuthorizedException) when calling the InitiateAuth operation: Refresh Token has been revoked',
  'botocore.errorfactory.NotAuthorizedException: An error occurred (NotAuthorizedException) when calling the InitiateAuth operation (reached max retries: 4): Refresh Token has been revoked',
  '{"__type":"NotAuthorizedException","message":"Refresh Token has been revoked"}',
  '{"message":"Refresh Token has been revoked","__type":"com.amazonaws.cognito#NotAuthorizedException"}',
  'operation error Cognito Identity Provider: InitiateAuth, https response error StatusCode: 400, RequestID: 1, NotAuthorizedException: Refresh Token has been revoked',
  'software.amazon.awssdk.NotAuthorizedException: Refresh Token has been revoked (Service: CognitoIdentityProvider)',
  'TOKEN/Refresh-Revoked',
])('explains “%s”', async (text) => {
  const { out } = await cli(['explain', text])
  expect(out.match(/^# AS\d+/gm)).toEqual(['# AS1604'])
})

it('explains an error text without quotation marks, and the name of an exception alone', async () => {
  const text = 'Incorrect username or password.'
  expect(await cli(['explain', ...text.split(' ')])).toEqual(await cli(['explain', text]))
  const { out, status } = await cli(['explain', 'NotAuthorizedException'])
  expect(status).toBe(0)
  expect(out).toMatch(/^# AS1101: /m)
  expect(out).toMatch(/^# AS1601: /m)
})

it('refuses the name of a rule that is none, by which every trace would pass', async () => {
  const { errors, status } = await cli(['diagnose', file('t.json'), '--rule', 'AS9999'])
  expect([status, errors]).toEqual([2, expect.stringContaining('There is no rule “AS9999”')])
})

it('says what is wrong with a file that has nothing to diagnose', async () => {
  expect(await cli(['diagnose', file('absent.json')])).toMatchObject({ status: 1 })
  const { errors, status } = await cli(['diagnose', '-'], 'plain text')
  expect([status, errors]).toEqual([1, expect.stringContaining('Supported formats')])
  expect((await cli(['diagnose', file('t.json'), '--format', 'yaml'])).status).toBe(2)
})
