import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import DayHeading from './DayHeading.vue'

it('names today, and counts its runs and failures', async () => {
  const day = { at: new Date().setHours(0, 0, 0, 0), runs: 1200, failed: 3, top: 0, first: 0 }
  mount(() => h(DayHeading, { day }))
  await expect.element(page.getByRole('heading')).toHaveTextContent(/Today\s+1.200 runs, 3 failed/)
  await expectAccessible()
})

it('stays on one line where the list is narrow', async () => {
  const day = { at: new Date(2026, 10, 18).getTime(), runs: 1200, failed: 3, top: 0, first: 0 }
  mount(() => h('div', { style: { position: 'relative', width: '240px' } }, h(DayHeading, { day })))
  const heading = page.getByRole('heading').element()
  await expect.element(heading).toHaveTextContent('Wednesday')
  for (const part of [heading, ...heading.children]) expect(part.clientHeight).toBeLessThan(29)
  expect(heading.querySelector('small')!.getClientRects()).toHaveLength(1)
  expect(heading.scrollWidth).toBe(heading.clientWidth)
})

it('names yesterday once midnight has passed', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  try {
    vi.setSystemTime(new Date(2026, 10, 27, 23, 59, 59))
    const day = { at: new Date(2026, 10, 27).getTime(), runs: 1, failed: 0, top: 0, first: 0 }
    mount(() => h(DayHeading, { day }))
    const heading = page.getByRole('heading')
    await expect.element(heading).toHaveTextContent('Today')
    vi.advanceTimersByTime(2000)
    await expect.element(heading).toHaveTextContent('Yesterday')
  } finally {
    vi.useRealTimers()
  }
})
