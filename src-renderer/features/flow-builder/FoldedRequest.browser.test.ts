import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import { useDraft } from './draft.ts'
import FoldedRequest from './FoldedRequest.vue'

it('says in one line what was sent, and unfolds it with the keyboard', async () => {
  const edit = vi.fn()
  const view = withProfiles([sampleProfile], () => {
    useDraft().beginWith({ ...sampleProfile, username: 'مريم' })
    return h(FoldedRequest, { moreInputs: 2, onEdit: edit })
  })
  mount(() => h(view))
  const line = page.getByRole('group', { name: 'Request sent' })
  await expect.element(line).toHaveTextContent(/USER_PASSWORD_AUTH\s*مريم\s*2 more inputs/)
  await expectAccessible()
  page.getByRole('button', { name: 'Edit the request' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(edit).toHaveBeenCalledOnce()
})
