import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ResetPractice from './ResetPractice.vue'

it('resets only after the question was answered', async () => {
  const { calls } = fakeBridge()
  mount(() => h(ResetPractice))
  const open = page.getByRole('button', { name: 'Reset the practice pool…' })
  await open.click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(calls).toEqual([])
  await open.click()
  page.getByRole('button', { name: 'Reset', exact: true }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls.map(({ route }) => route)).toEqual(['practice.reset'])
})
