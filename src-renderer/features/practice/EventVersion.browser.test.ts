import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import EventVersion from './EventVersion.vue'

it('offers the versions that the tier has, and says what each reaches', async () => {
  const choose = vi.fn()
  const version = { chosen: 'V1_0', offered: ['V1_0', 'V2_0'] }
  mount(() => h(EventVersion, { version, onChoose: choose }))
  const list = page.getByLabelText('Event version')
  await list.selectOptions('V2_0: the access token and its scopes as well')
  expect(choose).toHaveBeenCalledExactlyOnceWith('V2_0')
  await expectAccessible()
})

it('says which tier has more versions where there is but one', async () => {
  mount(() => h(EventVersion, { version: { chosen: 'V1_0', offered: ['V1_0'] } }))
  await expect.element(page.getByText(/This pool is in the Lite tier/)).toBeVisible()
})
