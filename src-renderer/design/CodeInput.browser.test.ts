import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import { withInputs } from '../browser-tests/with-inputs.ts'
import CodeInput from './CodeInput.vue'

const Input = withInputs(CodeInput)

it('takes digits alone, and no more than a code has', async () => {
  mount(() => h('label', ['Code ', h(Input, { name: 'CODE', digits: 6 })]))
  await userEvent.keyboard('{Tab}12 34-5678')
  await expect.element(page.getByRole('textbox', { name: 'Code' })).toHaveValue('123456')
  await expectAccessible()
})
