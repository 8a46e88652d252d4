import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SettingsForm from './SettingsForm.vue'

it('sends the one setting that was changed with the keyboard', async () => {
  const { calls } = fakeBridge()
  mount(() => h(SettingsForm))
  await expectAccessible()
  const dark = page.getByRole('radio', { name: 'Dark' })
  dark.element().focus()
  await userEvent.keyboard(' ')
  await expect.poll(() => calls).toEqual([{ route: 'settings.change', input: { theme: 'dark' } }])
})
