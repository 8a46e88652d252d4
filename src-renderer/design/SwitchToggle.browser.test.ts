import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import SwitchToggle from './SwitchToggle.vue'

it('is switched by the space bar and has its label as its name', async () => {
  const on = model<boolean>(false)
  mount(() => h(SwitchToggle, { label: 'Answer automatically', ...on.props() }))
  await userEvent.keyboard('{Tab} ')
  expect(on.value).toBe(true)
  await expect.element(page.getByRole('switch', { name: 'Answer automatically' })).toBeChecked()
  await expectAccessible()
})
