import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import SessionValidity from './SessionValidity.vue'

it('shows the minutes under the name of the setting', async () => {
  const validity = model(5)
  mount(() => h(SessionValidity, validity.props()))
  await expect.element(page.getByLabelText('Session validity')).toHaveValue('5')
  await expectAccessible()
})
