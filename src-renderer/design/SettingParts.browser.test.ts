import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import SettingParts from './SettingParts.vue'

it('unfolds the members of a part with the keyboard', async () => {
  const members = [{ name: 'AccessTokenValidity', value: '60 minutes' }]
  mount(() => h(SettingParts, { parts: [{ title: 'App client', members }] }))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('60 minutes')).toBeVisible()
  await expectAccessible()
})
