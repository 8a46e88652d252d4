import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import CodeLine from './CodeLine.vue'

it('copies its line with the keyboard, and says so', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  mount(() => h(CodeLine, { text: 'aws cognito-idp help', label: 'AWS CLI' }))
  page.getByRole('button', { name: 'Copy AWS CLI' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(written).toHaveBeenCalledExactlyOnceWith('aws cognito-idp help')
  await expectAccessible()
})
