// The collections that exports write, run by newman and bru; what these report of the run opens.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { stringifyRequest } from '@usebruno/filestore'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeline } from '#engine/trace/timeline.ts'
import { readBytes } from '#main/import/read-bytes-under-test.ts'
import { casePlayer, type CasePlayer } from '#main/runs/case-player-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import { password } from '#pool/conformance/values.ts'
import { exportTrace } from './export-trace.ts'
import { signInsToExport, variablesOf } from './sign-ins-under-test.ts'

const run = promisify(execFile)
const bin = (name: string) => resolve('node_modules', name)

const folder = mkdtempSync(join(tmpdir(), 'authscope-collections-'))
let under: RunsUnderTest
let player: CasePlayer
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  player = casePlayer(under)
})
afterAll(async () => {
  await under.close()
  rmSync(folder, { recursive: true })
})

async function exported(one: SignInCase, format: 'bruno' | 'postman'): Promise<string> {
  const stored = await under.runs.stored(await player.play(one))
  const text = exportTrace(stored, { format, redacted: true })
  expect(text).not.toContain(password)
  under.pool.reset()
  return text
}

const optionsOf = (one: SignInCase): readonly string[] => {
  const { clientSecret } = clientOf(under.pool.describe().pools, one.client)
  const variables = { COGNITO_ENDPOINT: under.pool.endpoint, ...variablesOf(one, clientSecret) }
  return Object.entries({ ...variables, endpoint: under.pool.endpoint }).flatMap(
    ([name, value]) => ['--env-var', `${name}=${value}`],
  )
}

/** How the sign-ins end that a report tells of, and how many calls each has. */
async function reported(path: string): Promise<readonly string[]> {
  const { traces } = await readBytes(readFileSync(path))
  return traces.map(({ events }) => {
    const { state, steps } = timeline(events)
    return `${String(steps.length)} calls: ${state}`
  })
}

const byNewman = async (one: SignInCase) => {
  const [collection, report] = [join(folder, 'collection.json'), join(folder, 'newman.json')]
  writeFileSync(collection, await exported(one, 'postman'))
  const reporter = ['-r', 'json', '--reporter-json-export', report]
  const words = ['run', collection, ...reporter, ...optionsOf(one)]
  await run(process.execPath, [bin('newman/bin/newman.js'), ...words])
  return report
}

interface BrunoCollection {
  readonly brunoConfig: object
  readonly items: readonly { readonly filename: string }[]
}

/** As Bruno itself writes a collection that it imports: a folder with a file for each request. */
const byBru = async (one: SignInCase) => {
  const place = mkdtempSync(join(folder, 'bruno-'))
  const report = join(place, 'report.json')
  const collection = JSON.parse(await exported(one, 'bruno')) as BrunoCollection
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'bruno.json'), JSON.stringify(collection.brunoConfig))
  for (const item of collection.items)
    writeFileSync(
      join(place, item.filename),
      stringifyRequest(item as Parameters<typeof stringifyRequest>[0], { format: 'bru' }),
    )
  const words = ['run', '--reporter-json', report, ...optionsOf(one)]
  await run(process.execPath, [bin('@usebruno/cli/bin/bru.js'), ...words], { cwd: place })
  return report
}

const named = (...names: readonly string[]) =>
  signInsToExport.filter(([name]) => names.includes(name))

// Both tools take seconds to start: the sign-ins with the most to compute stand for the others.
describe.each([
  ['newman', byNewman, named('SRP with a secret hash', 'SRP and a TOTP code')],
  ['bru', byBru, named('SRP with a secret hash')],
] as const)('%s', (_, byTool, signIns) => {
  test.each(signIns)(
    'signs in again with %s, and its report opens as that sign-in',
    async (_name, one) => {
      const calls = one.steps.length + 1
      expect(await reported(await byTool(one))).toEqual([`${String(calls)} calls: tokens`])
    },
    120_000,
  )
})
