import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import JavaScriptInput from './JavaScriptInput.vue'
import type { SourceFault } from './source-fault.ts'

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

it('numbers its lines, and marks an error at its line', async () => {
  const text = model('exports.handler = async (event) => {\n  return event')
  const fault = ref<SourceFault>()
  const root = mount(() =>
    h(JavaScriptInput, { label: 'Source', fault: fault.value, ...text.props() }),
  )
  const inside = (selector: string) =>
    root.querySelector('.javascript')?.shadowRoot?.querySelectorAll(selector) ?? []
  await expect.poll(() => inside('.cm-lineNumbers .cm-gutterElement').length).toBeGreaterThan(2)
  await expect.poll(() => inside('.cm-lint-marker-error').length).toBe(1)
  text.change('exports.handler = async (event) => {\n  throw new Error()\n}')
  await expect.poll(() => inside('.cm-lint-marker-error').length).toBe(0)
  fault.value = { line: 2, text: 'Error: no' }
  await expect.poll(() => inside('.cm-lintRange-error').length).toBeGreaterThan(0)
  expect(inside('.cm-lintRange-error')[0]?.textContent).toContain('throw')
})
