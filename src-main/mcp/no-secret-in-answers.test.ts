import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { reveal } from '#engine/secret/secret.ts'
import { performRequest } from '#main/cli/sign-in/perform-request.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { connectAgent } from './agent-under-test.ts'
import { maxAnswerBytes } from './answer-text.ts'

/** 10,000 calls before a release: AUTHSCOPE_AGENT_CALLS=10000. */
const calls = Number(process.env['AUTHSCOPE_AGENT_CALLS'] ?? 150)
const captures = join(import.meta.dirname, '..', 'import', 'captures')
const users = defaultConfiguration.pools.flatMap(({ users }) => users)

let agent: Awaited<ReturnType<typeof connectAgent>>
let runs: string[] = []
const secrets = new Set<string>()
const tokens: string[] = []

beforeAll(async () => {
  const history = memoryTraceStore()
  for (const { attributes = {}, username } of users) {
    for (const [name, value] of Object.entries(attributes))
      if (name === 'email' || name === 'phone_number') secrets.add(value)
    const { stored } = await performRequest(
      { switches: ['practice'], options: { username, metadata: 'tenant=Personal-Tenant-77' } },
      { version: '0.0.0', environment: {}, interrupted: new AbortController().signal },
    )
    await history.save(stored)
    runs.push(stored.run.runId)
    for (const secret of stored.secrets.values()) {
      const value = reveal(secret)
      if (secret.kind.includes('token')) tokens.push(value)
      // A shorter one, such as a code, occurs by chance in a number.
      if (value.length >= 8) secrets.add(value)
    }
  }
  agent = await connectAgent({ history })
}, 120_000)
afterAll(() => agent.close())

it(
  'gives no secret and no address of any run in any answer, whatever is called',
  async () => {
    expect(secrets.size).toBeGreaterThan(20)
    const forms = new Set([...secrets].flatMap(formsOf))
    await fc.assert(
      fc.asyncProperty(toolCall(), async ([name, args]) => {
        const { text } = await agent.call(name, args)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxAnswerBytes)
        for (const form of forms)
          if (text.includes(form)) throw new Error(`${name} gave a secret away`)
        const [, opened] = /"run": "([0-9a-f]{16})"/.exec(text) ?? []
        if (name === 'open_file' && opened !== undefined) runs = [...runs.slice(-30), opened]
      }),
      { numRuns: calls, endOnFailure: true },
    )
  },
  Math.max(120_000, calls * 200),
)

const formsOf = (value: string): readonly string[] => [
  value,
  encodeURIComponent(value),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value)
    .toString('base64')
    .replace(/..?={0,2}$/, ''),
]

/** Any call: mostly sensible, with a share of what no agent should send. */
function toolCall(): fc.Arbitrary<readonly [string, Record<string, unknown>]> {
  const anything = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.string({ unit: 'binary' }),
  )
  const run = fc.oneof(
    { weight: 8, arbitrary: fc.nat(40).map((at) => runs[at % runs.length]) },
    { weight: 1, arbitrary: anything },
  )
  const offset = fc.oneof(fc.constant(0), fc.nat(200_000))
  const words = fc.constantFrom(
    ...['user:alice', 'status:tokens', 'or', 'not', '(', ')', '"', 'challenge:', 'after:today'],
    ...['password', 'token', 'error:NotAuthorized', 'slower-than:1ms', 'colour:red'],
    ...challenges.keys(),
  )
  const of = (name: string, args: fc.Arbitrary<Record<string, unknown>>) =>
    args.map((each) => [name, each] as const)
  return fc.oneof(
    of(
      'list_runs',
      fc.record({
        filter: fc.array(words).map((all) => all.join(' ')),
        offset,
        limit: fc.integer({ min: 0, max: 60 }),
      }),
    ),
    of('run_outline', fc.record({ run, offset })),
    of(
      'run_step',
      fc.record({
        run,
        offset,
        step: fc.integer({ min: -1, max: 6 }),
        part: fc.constantFrom('all', 'request', 'response', 'computed', 'triggers'),
      }),
    ),
    of('diagnose_run', fc.record({ run, offset, excluded: fc.boolean() })),
    of('compare_runs', fc.record({ a: run, b: run, offset })),
    of('explain', fc.record({ about: fc.oneof(words, fc.string()) })),
    of('decode_token', fc.record({ run, use: fc.constantFrom('id', 'access', 'refresh') })),
    of(
      'decode_token',
      fc.record({ token: fc.nat(100).chain((at) => mangled(tokens[at % tokens.length] ?? '')) }),
    ),
    of('export_run', fc.record({ run, offset, format: fc.constantFrom('json', 'har', 'yaml') })),
    of(
      'open_file',
      fc.record({
        path: fc.constantFrom(...readdirSync(captures)).map((name) => join(captures, name)),
      }),
    ),
    of(fc.sample(fc.string(), 1)[0] ?? '', fc.dictionary(fc.string(), anything)),
  )
}

/** A token as it is, cut, or wrapped as people paste it. */
const mangled = (token: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(token),
    fc.constant(`Authorization: Bearer ${token}`),
    fc.nat(token.length).map((length) => token.slice(0, length)),
    fc.nat(token.length).map((at) => token.slice(at)),
    fc.constant(`https://app.example/#id_token=${token}&state=x`),
  )
