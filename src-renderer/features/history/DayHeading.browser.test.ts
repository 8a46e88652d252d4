import { expect, it } from 'vitest'
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
