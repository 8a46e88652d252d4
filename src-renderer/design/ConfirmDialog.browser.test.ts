import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import ConfirmDialog from './ConfirmDialog.vue'

it('acts on Enter, says what went wrong, and closes on success', async () => {
  const of = model<{ id: string } | undefined, 'of'>({ id: 'web' }, 'of')
  const faults: (string | undefined)[] = ['The pool is gone.', undefined]
  mount(() =>
    h(ConfirmDialog<{ id: string }>, {
      title: 'Delete the profile?',
      description: 'It can be brought back for a while.',
      confirm: 'Delete',
      act: () => Promise.resolve(faults.shift()),
      ...of.props(),
    }),
  )
  const button = page.getByRole('button', { name: 'Delete' })
  await expect.element(page.getByRole('dialog', { name: 'Delete the profile?' })).toBeVisible()
  button.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toHaveTextContent('The pool is gone.')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => of.value).toBeUndefined()
})
