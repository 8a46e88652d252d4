import { expect, test } from 'vitest'
import { everyRun } from '#engine/query/filter.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { startRunsUnderTest } from './runs-under-test.ts'
import { endInterruptedRuns } from './end-interrupted-runs.ts'

test('a run that was under way when the application was killed is kept as interrupted', async () => {
  const under = await startRunsUnderTest()
  const store = memoryTraceStore()
  try {
    const PASSWORD = 'Practice-Password-1!'
    const flow = 'USER_PASSWORD_AUTH'
    const waiting = under.start('web-public', {
      flow,
      parameters: { USERNAME: 'sms-user', PASSWORD },
    })
    const done = under.start('web-public', { flow, parameters: { USERNAME: 'alice', PASSWORD } })
    for (const runId of [waiting, done]) {
      await under.stopped(runId)
      await store.save(await under.runs.stored(runId))
    }
    await endInterruptedRuns(store, Date.now)
    const rows = await store.page({ filter: everyRun, limit: 9 })
    const states = new Map(rows.map(({ message, runId, state }) => [runId, [state, message]]))
    expect(states.get(done)).toEqual(['tokens', undefined])
    expect(states.get(waiting)).toEqual(['incomplete', expect.stringMatching(/^Interrupted: /)])
    const { events = [] } = (await store.open(waiting)) ?? {}
    expect(events.some(({ type }) => type === 'prompted')).toBe(true)
    // The next start has nothing left to do.
    await endInterruptedRuns(store, Date.now)
    expect((await store.open(waiting))?.events).toEqual(events)
  } finally {
    await under.close()
  }
})
