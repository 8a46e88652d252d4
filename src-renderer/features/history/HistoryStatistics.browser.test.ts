import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { useHistory } from './history.ts'
import HistoryStatistics from './HistoryStatistics.vue'

const at = new Date(2026, 10, 27).getTime()
const statistics = {
  runs: 1000,
  unit: 'day' as const,
  outcomes: [{ at, succeeded: 900, failed: 90, other: 10 }],
  errors: [
    { code: 'AS1201', title: 'The password is wrong', term: 'code' as const, runs: 80 },
    { code: 'TooManyRequestsException', title: '', term: 'error' as const, runs: 10 },
  ],
  steps: [{ name: 'InitiateAuth', calls: 1000, medianMs: 80, p95Ms: 240, maxMs: 1200 }],
}

it('says what the filtered runs add up to, and narrows the filter from a table by keys', async () => {
  const { calls } = fakeBridge({ 'history.statistics': () => statistics })
  let history: ReturnType<typeof useHistory> | undefined
  mount(() => {
    history = useHistory()
    return h(HistoryStatistics)
  })
  await expect.element(page.getByRole('status')).toHaveTextContent('1,000 runs, 90 failed (9%)')
  const steps = page.getByRole('region', { name: 'Duration of each step, as a table' })
  await expect
    .element(steps.getByRole('row', { name: /^InitiateAuth/ }))
    .toHaveTextContent('240 ms')
  await expectAccessible()
  page.getByRole('button', { name: 'AS1201' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(history?.filter).toBe('code:AS1201')
  await expect
    .poll(() => calls.at(-1))
    .toEqual({ route: 'history.statistics', input: { filter: 'code:AS1201' } })
})

it('says that there is nothing to count', async () => {
  fakeBridge({
    'history.statistics': () => ({ ...statistics, runs: 0, outcomes: [], errors: [], steps: [] }),
  })
  mount(() => h(HistoryStatistics))
  await expect.element(page.getByText('Nothing to count')).toBeVisible()
})
