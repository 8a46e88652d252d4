import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import { sampleProfile } from '../../browser-tests/with-profile.ts'
import SavedSecret from './SavedSecret.vue'

const Secret = withInputs(SavedSecret)
const saved = { ...sampleProfile, hasClientSecret: true }

it('is removed and kept again with the keyboard', async () => {
  const removed = model<readonly string[], 'removed'>([], 'removed')
  mount(() => h(Secret, { name: 'clientSecret', profile: saved, ...removed.props() }))
  await expect.element(page.getByPlaceholder('saved; type to replace it')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Remove the client secret' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(removed.value).toEqual(['clientSecret'])
  await expect.element(page.getByPlaceholder('removed when saved')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(removed.value).toEqual([])
})

it('says that another keyring has encrypted it', async () => {
  const profile = { ...saved, unreadable: ['client secret' as const] }
  const removed = model<readonly string[], 'removed'>([], 'removed')
  mount(() => h(Secret, { name: 'clientSecret', profile, ...removed.props() }))
  await expect.element(page.getByText(/encrypted with another keyring/)).toBeVisible()
})
