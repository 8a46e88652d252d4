import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import TimingBars from './TimingBars.vue'

it('describes every duration in words', async () => {
  mount(() =>
    h(TimingBars, {
      total: 100,
      bars: [
        { label: 'Connect', from: 0, length: 9.26 },
        { label: 'TLS', from: 9, length: 0, text: 'reused' },
      ],
    }),
  )
  await expect.element(page.getByText('9.3 ms')).toBeVisible()
  await expect.element(page.getByText('reused')).toBeVisible()
  await expectAccessible()
})
