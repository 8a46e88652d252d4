import { expect, it, vi } from 'vitest'
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

it('copies the values of a part as they were read', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const members = [{ name: 'CreationDate', value: '1795953600' }]
  mount(() => h(SettingParts, { parts: [{ title: 'User pool', members }] }))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('1795953600')).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Copy as JSON: User pool' }))
  expect(JSON.parse(write.mock.lastCall?.[0] ?? '')).toEqual({ CreationDate: 1795953600 })
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
})
