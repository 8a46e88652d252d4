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

it('says how a sign-in ended as the history does, and keeps its time on one line', async () => {
  const long = { ...sampleChain('one', 'a-name-that-is-too-long-for-the-list'), state: 'running' }
  const chains = [long as ReturnType<typeof sampleChain>]
  mount(() => h('div', { style: 'width: 240px' }, h(ChainList, { chains, openId: '' })))
  const row = page.getByRole('button', { name: /^a-name/ })
  await expect.element(row).toHaveTextContent('running')
  const time = row.element().querySelector('time')
  expect(time?.getClientRects()).toHaveLength(1)
  expect(time?.getBoundingClientRect().height).toBeLessThan(24)
})
