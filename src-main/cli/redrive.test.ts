import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { everyRun } from '#engine/query/filter.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-redrive-'))
const file = (name: string) => join(folder, name)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const saved: StoredRun[] = []
const store = memoryTraceStore()
const history = {
  ...store,
  save: (stored: StoredRun) => {
    saved.push(stored)
    return store.save(stored)
  },
  close: () => Promise.resolve(),
}

async function cli(line: string, environment: Record<string, string> = {}) {
  let [out, errors] = ['', '']
  const status = await runCommandLine(line.split(' '), {
    version: '0.0.0',
    environment,
    colours: false,
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.resolve('{}'),
    interrupted: new AbortController().signal,
    openHistory: () => Promise.resolve(history),
  })
  return { status, out, errors, report: () => JSON.parse(out) as SignInReport }
}

beforeAll(async () => {
  const signIn = 'sign-in --practice --username totp-user --trace'
  expect((await cli(`${signIn} ${file('totp.json')}`)).status).toBe(0)
}, 60_000)

it('says what a run costs before it is started over, and starts only with --yes', async () => {
  const name = file('totp.json')
  const refused = await cli(`trace redrive ${name}`)
  expect(refused.status).toBe(2)
  expect(refused.errors).toContain('counts as attempts, and may send messages')
  const { out, status } = await cli(`trace redrive ${name} --dry-run`)
  expect(status).toBe(0)
  expect(out).toContain('2  RespondToAuthChallenge PASSWORD_VERIFIER')
  expect(out).toMatch(/TIMESTAMP\s+computed again/)
  expect(out).toContain('3 calls, which count as attempts.')
})

it('what is edited or added is named in what a run would send', async () => {
  const edits = '--edit 1.USERNAME=bob --edit 2.TIMESTAMP=never --edit 2.EXTRA=1'
  const { out } = await cli(`trace redrive ${file('totp.json')} ${edits} --dry-run`)
  expect(out).toMatch(/USERNAME\s+edited\n/)
  expect(out).toMatch(/TIMESTAMP\s+edited\n/)
  expect(out).toMatch(/EXTRA\s+added: the run did not send it\n/)
  expect(out).not.toContain('bob')
})

it('a run is started over up to a step, and the challenge after it is left', async () => {
  const edit = '--edit 1.USERNAME=totp-user'
  const { errors, report, status } = await cli(
    `trace redrive ${file('totp.json')} --to 2 ${edit} --yes --json`,
  )
  expect(errors).toBe('')
  expect(status).toBe(3)
  expect(report()).toMatchObject({
    outcome: 'challenge',
    challenge: { name: 'SOFTWARE_TOKEN_MFA' },
  })
  expect(report().steps.map(({ operation }) => operation)).toEqual([
    'InitiateAuth',
    'RespondToAuthChallenge',
  ])
}, 60_000)

it('a run of the history is kept there when it was started over, with an edited step', async () => {
  expect((await cli(`trace import ${file('totp.json')}`)).status).toBe(0)
  const [run] = await history.page({ filter: everyRun, limit: 1 })
  const edits = '--edit 1.USERNAME=totp-user --edit 2.TIMESTAMP=never'
  const { errors, status } = await cli(`trace redrive ${run!.runId} ${edits} --yes`)
  expect(status).toBe(4)
  expect(errors).toContain('Kept in the history as ')
  expect(saved).toHaveLength(2)
}, 60_000)

it('refuses a secret on the command line, and an edit without a step', async () => {
  const name = file('totp.json')
  const secret = await cli(`trace redrive ${name} --edit 1.PASSWORD=word --yes`)
  expect(secret).toMatchObject({ status: 2 })
  expect(secret.errors).toContain('Use --edit-env')
  const unset = await cli(`trace redrive ${name} --edit-env 1.PASSWORD=ABSENT --yes`)
  expect(unset.errors).toContain('unset or empty')
  expect((await cli(`trace redrive ${name} --edit PASSWORD=x --yes`)).status).toBe(2)
  expect((await cli(`trace redrive ${name} --to 9 --yes`)).status).toBe(1)
})
