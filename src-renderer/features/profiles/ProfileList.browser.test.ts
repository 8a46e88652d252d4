import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { useProfiles } from '../../bridge/profiles.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import ProfileList from './ProfileList.vue'

const profiles = [
  sampleProfile,
  { ...sampleProfile, id: 'live', name: 'Live', production: true },
  { ...sampleProfile, id: 'practice', name: 'Practice: web-public', practice: true },
]

it('is walked through with the arrows, and Delete removes the profile that has the focus', async () => {
  const { calls } = fakeBridge({ 'profile.list': () => [sampleProfile] })
  const view = withProfiles(profiles, () => h(ProfileList))
  mount(() => h(view))
  await expectAccessible()
  page
    .getByRole('button', { name: /^Staging/ })
    .first()
    .element()
    .focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('button', { name: /^Live/ }).first()).toHaveFocus()
  await userEvent.keyboard('{Delete}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'profile.delete')?.input)
    .toEqual({ id: 'live' })
})

it('folds the practice profiles once there are others', async () => {
  fakeBridge()
  const view = withProfiles(profiles, () => h(ProfileList))
  mount(() => h(view))
  expect(page.getByRole('button', { name: /^Practice: web-public/ }).elements()).toEqual([])
  await page.getByRole('button', { name: 'Practice profiles' }).click()
  await expect
    .element(page.getByRole('button', { name: /^Practice: web-public/ }).first())
    .toBeVisible()
})

it('scrolls to the profile that is selected', async () => {
  fakeBridge()
  const many = Array.from({ length: 60 }, (_, index) => {
    return { ...sampleProfile, id: `p${String(index)}`, name: `Profile ${String(index)}` }
  })
  const view = withProfiles(many, () =>
    h('div', { style: 'height: 200px; overflow: auto' }, h(ProfileList)),
  )
  mount(() => h(view))
  useProfiles().selectedId = 'p55'
  await expect.element(page.getByRole('button', { name: /^Profile 55/ }).first()).toBeInViewport()
})
