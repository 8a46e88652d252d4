// Random calls of the window to the whole application. AUTHSCOPE_IPC_CALLS=10000 before a release.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { contract } from '#contract/contract.ts'
import { startUnderTest } from './application-under-test.ts'

vi.setConfig({ testTimeout: 300_000 })

const calls = Number(process.env['AUTHSCOPE_IPC_CALLS'] ?? 300)
const canary = 'c4nary-of-a-random-call'

/** Inputs near those of the contract: its member names, and values of every type. */
const member = fc.constantFrom(
  ...'runId profileId mark text filter limit redacted format secrets parameters name id path'.split(
    ' ',
  ),
  ...['__proto__', 'constructor', 'toString'],
)
const value = fc.oneof(
  fc.constant(canary),
  fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 3 }),
)
const input = fc.oneof(value, fc.dictionary(member, value, { maxKeys: 6 }))
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...Object.keys(contract)) },
  { weight: 1, arbitrary: fc.oneof(fc.string(), member) },
)

test('every call of the window gets an answer, and a refused one does not repeat its input', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-calls-'))
  const lines: string[] = []
  const { application } = startUnderTest(folder, { log: (line) => lines.push(line) })
  try {
    await fc.assert(
      fc.asyncProperty(name, input, async (route, sent) => {
        const answer = await application.dispatch(route, sent)
        expect(typeof answer.ok).toBe('boolean')
        if (!answer.ok) expect(JSON.stringify(answer.failure)).not.toContain(canary)
      }),
      { numRuns: calls, endOnFailure: true },
    )
    expect(lines.join('\n')).not.toContain(canary)
  } finally {
    await application.close()
    rmSync(folder, { recursive: true })
  }
})
