import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import CallAs from './CallAs.vue'

it('says where an administrator’s credentials come from, and takes their profile', async () => {
  fakeBridge()
  const view = withProfiles([sampleProfile], () => h(CallAs))
  mount(() => h(view))
  page.getByRole('radio', { name: 'client' }).element().focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByText(/signed with your AWS credentials/)).toBeVisible()
  await expect.element(page.getByLabelText('AWS profile')).toBeVisible()
  await expectAccessible()
})
