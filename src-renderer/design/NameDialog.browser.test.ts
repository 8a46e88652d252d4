import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import NameDialog from './NameDialog.vue'

it('emits the trimmed name on Enter, and shows why it was refused', async () => {
  const of = model<{ name: string } | undefined, 'of'>(undefined, 'of')
  const given: string[] = []
  mount(() =>
    h(NameDialog<{ name: string }>, {
      title: 'Rename the device',
      help: 'Shown in lists.',
      rename: (_of: { name: string }, name: string) => {
        given.push(name)
        return Promise.resolve(given.length === 1 ? 'That name is taken.' : undefined)
      },
      ...of.props(),
    }),
  )
  of.change({ name: 'Phone' })
  const field = page.getByRole('textbox', { name: 'Name' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard(' two {Enter}')
  await expect.element(field).toHaveAccessibleDescription('That name is taken.')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => of.value).toBeUndefined()
  expect(given[1]).toBe(given[1]?.trim())
})
