import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import ListPanel from './ListPanel.vue'

it('is a named region that says what went wrong', async () => {
  mount(() =>
    h(
      ListPanel,
      { label: 'Devices', title: 'Devices', whose: 'of alice', fault: 'No answer.' },
      { acts: () => h(AppButton, () => 'Reload'), default: () => h('p', 'One device') },
    ),
  )
  await expect.element(page.getByRole('region', { name: 'Devices' })).toBeVisible()
  await expect.element(page.getByRole('alert')).toHaveTextContent('No answer.')
  await expectAccessible()
})
