// The collections that exports write, run by newman and bru; what these report of the run opens.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
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
  const file = exportTrace(stored, { format, redacted: true })
  expect(file).not.toContain(password)
  under.pool.reset()
  return file
}

/** Values of variables, instead of those of the sign-in. */
type Variables = Readonly<Record<string, string>>

function optionsOf(one: SignInCase, others: Variables): readonly string[] {
  const { clientSecret } = clientOf(under.pool.describe().pools, one.client)
  const { endpoint } = under.pool
  const variables: Variables = {
    COGNITO_ENDPOINT: endpoint,
    endpoint,
    ...variablesOf(one, clientSecret),
    ...others,
  }
  return Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`])
}

/** How the sign-ins end that a report tells of, and how many calls each has. */
async function reported(path: string): Promise<readonly string[]> {
  const { traces } = await readBytes(readFileSync(path))
  return traces.map(({ events }) => {
    const { state, steps } = timeline(events)
    return `${String(steps.length)} calls: ${state}`
  })
}

const byNewman = async (one: SignInCase, others: Variables = {}) => {
  const [collection, report] = [join(folder, 'collection.json'), join(folder, 'newman.json')]
  writeFileSync(collection, await exported(one, 'postman'))
  const reporter = ['-r', 'json', '--reporter-json-export', report]
  const words = ['run', collection, ...reporter, ...optionsOf(one, others)]
  await run(process.execPath, [bin('newman/bin/newman.js'), ...words])
  return report
}

interface BrunoCollection {
  readonly brunoConfig: object
  readonly items: readonly { readonly filename: string }[]
}

/** As Bruno itself writes a collection that it imports: a folder with a file for each request. */
const byBru = async (one: SignInCase, others: Variables = {}) => {
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
  const words = ['run', '--reporter-json', report, ...optionsOf(one, others)]
  await run(process.execPath, [bin('@usebruno/cli/bin/bru.js'), ...words], { cwd: place })
  return report
}

/** Bodies of the calls that a server gets which refuses each of them. */
async function bodiesSentBy(tool: typeof byNewman, one: SignInCase, others: Variables) {
  const bodies: unknown[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(JSON.parse(body))
      response.writeHead(400).end('{"__type":"NotAuthorizedException","message":"No."}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  try {
    await tool(one, { ...others, endpoint, COGNITO_ENDPOINT: endpoint })
    return bodies
  } finally {
    server.close()
  }
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

  test('sends a password with quotes, a backslash and braces as it is', async () => {
    const [[, one] = []] = named('a password')
    if (!one) throw new Error('There is no sign-in by password.')
    const typed = String.raw`a{{$guid}}b{{{COGNITO_USERNAME}}} "c" \d`
    const bodies = await bodiesSentBy(byTool, one, { COGNITO_PASSWORD: typed })
    expect(bodies).toMatchObject([{ AuthParameters: { USERNAME: 'alice', PASSWORD: typed } }])
  }, 120_000)
})
