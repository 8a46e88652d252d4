import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import CheckBox from './CheckBox.vue'

it('is switched by the space bar and has its label as its name', async () => {
  const on = model<boolean>(false)
  mount(() => h(CheckBox, { label: 'Keep history', ...on.props() }))
  await userEvent.keyboard('{Tab} ')
  expect(on.value).toBe(true)
  await expect.element(page.getByRole('checkbox', { name: 'Keep history' })).toBeChecked()
  await expectAccessible()
})
