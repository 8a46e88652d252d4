import { afterEach, expect, it } from 'vitest'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { Secret } from '#engine/secret/secret.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { password } from '#pool/conformance/values.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

const opened: RunsUnderTest[] = []
afterEach(async () => {
  for (const under of opened.splice(0)) await under.close()
})

async function opensOver(store: ReturnType<typeof memoryTraceStore>, from?: RunsUnderTest) {
  const under = await startRunsUnderTest(undefined, {
    store: { ...store, close: () => Promise.resolve() },
    ...(from && { pool: from.pool }),
  })
  opened.push(under)
  return under
}

/** Signs alice in by SRP. @returns what the trace says of it */
async function signIn(under: RunsUnderTest, typed: string) {
  const parameters = { USERNAME: 'alice', PASSWORD: Secret.of('password', typed) }
  const runId = under.start('web-public', { flow: 'USER_SRP_AUTH', parameters })
  await under.stopped(runId)
  return under.eventsOf(runId)
}

it('a sign-in of an earlier session says why one fails now', async () => {
  const store = memoryTraceStore()
  const before = await opensOver(store)
  await signIn(before, password)
  await before.runs.close()
  const after = await opensOver(store, before)
  const causes = diagnose(await signIn(after, 'Wrong-Password-1!'))
  const poolId = causes.find(({ code }) => code === 'AS1305')
  expect(poolId?.verdict).toBe('excluded')
  expect(poolId?.evidence[0]?.text).toBe('A proof for this user pool ID was accepted before')
  expect(causes[0]).toMatchObject({ code: 'AS1101', verdict: 'likely' })
})

it('a sign-in continues where the history cannot be read', async () => {
  const under = await opensOver({
    ...memoryTraceStore(),
    ofUser: () => Promise.reject(new Error('The disk is gone.')),
  })
  expect((await signIn(under, password)).at(-1)).toMatchObject({ outcome: 'tokens' })
})
