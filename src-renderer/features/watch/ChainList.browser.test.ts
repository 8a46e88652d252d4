import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleChain } from '../../browser-tests/sample-watch.ts'
import ChainList from './ChainList.vue'

it('opens the next sign-in with j', async () => {
  const chains = [sampleChain('one', 'ada'), sampleChain('two', '')]
  const open = vi.fn()
  mount(() => h(ChainList, { chains, openId: 'one', onOpen: open }))
  await expectAccessible()
  page.getByRole('button', { name: /^ada/ }).element().focus()
  await userEvent.keyboard('j')
  expect(open).toHaveBeenCalledExactlyOnceWith('two')
  await expect.element(page.getByRole('button', { name: /^unknown user/ })).toHaveFocus()
})
