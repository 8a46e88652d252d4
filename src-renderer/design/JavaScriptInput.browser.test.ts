import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import JavaScriptInput from './JavaScriptInput.vue'

it('is named, and emits what is typed', async () => {
  const text = model('a')
  mount(() => h(JavaScriptInput, { label: 'Source', ...text.props() }))
  const editor = page.getByRole('textbox', { name: 'Source' })
  await expect.element(editor).toBeVisible()
  await userEvent.click(editor)
  await userEvent.keyboard('b')
  await expect.poll(() => text.value).toContain('b')
  await expectAccessible()
})
