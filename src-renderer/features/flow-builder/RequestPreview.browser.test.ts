import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import { useDraft } from './draft.ts'
import RequestPreview from './RequestPreview.vue'

it('shows the request, and what keeps it from being sent', async () => {
  fakeBridge()
  const view = withProfiles([sampleProfile], () => h(RequestPreview))
  mount(() => h(view))
  await expect.element(page.getByText('Username is missing.')).toBeVisible()
  await expect.element(page.getByText('"1example23456789"')).toBeVisible()
  await expectAccessible()
})

it('says nothing of what is missing until it is known what need not be typed', async () => {
  fakeBridge({ 'run.known': () => [] })
  const view = withProfiles([sampleProfile], () => h(RequestPreview))
  mount(() => h(view))
  const draft = useDraft()
  draft.beginWith({ ...sampleProfile, username: 'ada' })
  await expect.element(page.getByText('"ada"')).toBeVisible()
  expect(page.getByText(/is missing|Ready to send/).elements()).toEqual([])
  await draft.lookUpKnown()
  await expect.element(page.getByText('Password is missing.')).toBeVisible()
})

it('says what to do while no profile is selected', async () => {
  fakeBridge()
  mount(() => h(RequestPreview))
  await expect.element(page.getByText('No profile is selected')).toBeVisible()
})
