import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import GraceClock from './GraceClock.vue'

it('counts the grace period of the app client down', async () => {
  mount(() => h(GraceClock, { since: Date.now() - 10_000, seconds: 30 }))
  await expect
    .element(page.getByRole('timer'))
    .toHaveTextContent(/works for 0:(20|1\d) more \(grace period\)/)
  await expectAccessible()
})

it('says the most that a grace period can be where it is not known', async () => {
  mount(() => h(GraceClock, { since: Date.now(), seconds: undefined }))
  await expect.element(page.getByText(/at most; the grace period is not known/)).toBeVisible()
})

it('says that the old refresh token no longer works', async () => {
  mount(() => h(GraceClock, { since: Date.now() - 1000, seconds: 0 }))
  await expect.element(page.getByText('The old refresh token no longer works.')).toBeVisible()
})
