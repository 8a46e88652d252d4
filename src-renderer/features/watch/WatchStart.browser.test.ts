import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile } from '../../browser-tests/with-profile.ts'
import WatchStart from './WatchStart.vue'

it('starts with the port and the origins that were typed', async () => {
  const { calls } = fakeBridge()
  mount(() => h(WatchStart, { profile: sampleProfile }))
  await page.getByText('Options').click()
  await page.getByLabelText('Allowed origins').fill('https://app.example')
  await page.getByLabelText('Port').fill('9300')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'watch.start')?.input)
    .toEqual({ profileId: 'profile', port: 9300, allowedOrigins: ['https://app.example'] })
})

it('says what an origin looks like', async () => {
  const { calls } = fakeBridge()
  mount(() => h(WatchStart, { profile: sampleProfile }))
  await page.getByText('Options').click()
  await page.getByLabelText('Allowed origins').fill('app.example')
  await page.getByRole('button', { name: 'Start watching' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('is not an origin')
  expect(calls).toEqual([])
})
