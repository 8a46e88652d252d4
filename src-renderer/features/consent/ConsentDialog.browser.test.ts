import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { Storage } from '#contract/routes/app.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ConsentDialog from './ConsentDialog.vue'

const storage: Storage = {
  backend: 'gnome_libsecret',
  description: 'The keyring of this system.',
  protected: true,
  consent: 'needed',
  quarantined: [],
}

it('sends the choice made with the keyboard to the main process, and Escape makes none', async () => {
  const { calls } = fakeBridge({ 'storage.consent': () => ({ ...storage, consent: 'store' }) })
  mount(() => h(ConsentDialog, { storage }))
  const store = page.getByRole('button', { name: 'Store encrypted' })
  await expect.element(store).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(calls).toEqual([])
  store.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => calls).toEqual([{ route: 'storage.consent', input: { choice: 'store' } }])
})
