import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SessionClock from './SessionClock.vue'

it('counts the minutes of the profile down', async () => {
  mount(() => h(SessionClock, { since: Date.now() - 60_000, minutes: 3 }))
  await expect
    .element(page.getByRole('timer'))
    .toHaveTextContent(/^session expires in (2:00|1:\d\d)$/)
  await expectAccessible()
})

it('says that an old session has probably expired', async () => {
  mount(() => h(SessionClock, { since: Date.now() - 240_000, minutes: 3 }))
  await expect.element(page.getByText('session has probably expired')).toBeVisible()
})
