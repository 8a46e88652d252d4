import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { defaultSettings, settingList } from '#contract/settings/index.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SettingControl from './SettingControl.vue'

const valueOf = (key: string) => Object.entries(defaultSettings).find(([name]) => name === key)?.[1]

it.each(settingList.map((setting) => [setting.title, setting] as const))(
  '“%s” has a control with a name, and reaches it with the keyboard',
  async (_title, setting) => {
    mount(() => h(SettingControl, { setting, value: valueOf(setting.key) ?? '' }))
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(document.body)
    await expectAccessible()
  },
)

it('takes a text once the person leaves it, and only when it is valid', async () => {
  const setting = settingList.find((one) => one.kind === 'text' && one.validate('%') !== undefined)
  if (!setting) throw new Error('no text is validated')
  const change = vi.fn()
  mount(() => h(SettingControl, { setting, value: '', onChange: change }))
  await page.getByRole('textbox').fill('%')
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('textbox')).toBeInvalid()
  expect(change).not.toHaveBeenCalled()
})
