import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SourceFileButton from './SourceFileButton.vue'

it('reads the file that was picked, and the same one again after it has changed', async () => {
  const read = vi.fn()
  const root = mount(() => h(SourceFileButton, { onRead: read }))
  await expectAccessible()
  const input = root.querySelector('input')
  if (!input) throw new Error('no input')
  for (const text of ['exports.handler = 1', 'exports.handler = 2']) {
    await userEvent.upload(input, new File([text], 'trigger.js', { type: 'text/javascript' }))
    await expect.poll(() => read.mock.lastCall).toEqual([text])
  }
  await expect.element(page.getByRole('button', { name: 'Load a file…' })).toBeVisible()
})
