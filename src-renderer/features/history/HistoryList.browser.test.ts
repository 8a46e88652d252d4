import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import HistoryList from './HistoryList.vue'
import { rowUnderTest } from './rows-under-test.ts'

interface PageInput {
  readonly skip?: number
  readonly after?: { readonly runId: string }
}

it('draws a few rows of a hundred thousand, and fetches pages on scroll', async () => {
  const { calls } = fakeBridge({
    'history.days': () => [{ at: 0, runs: 100_000, failed: 0 }],
    'history.page': (input) => {
      const { after, skip = 0 } = input as PageInput
      const from = after ? Number(after.runId) + 1 : skip
      const rows = Array.from({ length: 100 }, (_, at) =>
        rowUnderTest({ runId: String(from + at), username: `user${String(from + at)}` }),
      )
      return { rows }
    },
  })
  mount(() =>
    h('div', { style: 'display: grid; height: 600px' }, [
      h(HistoryList, { style: 'min-height: 0' }),
    ]),
  )
  await expect.element(page.getByRole('button', { name: /^user0 / })).toBeVisible()
  expect(page.getByRole('listitem').elements().length).toBeLessThan(40)
  await expectAccessible()
  page
    .getByRole('button', { name: /^user0 / })
    .element()
    .focus()
  await userEvent.keyboard('{End}')
  await expect.element(page.getByRole('button', { name: /^user99999 / })).toHaveFocus()
  expect(page.getByRole('listitem').elements().length).toBeLessThan(40)
  expect(calls.filter(({ route }) => route === 'history.page').length).toBeLessThan(6)
  await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}')
  await expect.element(page.getByText('3 selected')).toBeVisible()
}, 60_000)

it('shows a run that begins and ends while the list is shown, with the focus where it was', async () => {
  const rows = [rowUnderTest({ runId: 'old', username: 'ada' })]
  const { tell } = fakeBridge({
    'history.days': () => [{ at: 0, runs: rows.length, failed: 0 }],
    'history.page': () => ({ rows: [...rows] }),
  })
  mount(() => h('div', { style: 'display: grid; height: 600px' }, [h(HistoryList)]))
  const old = page.getByRole('button', { name: /^ada / })
  await expect.element(old).toBeVisible()
  old.element().focus()
  rows.unshift(rowUnderTest({ runId: 'new', username: 'bob', state: 'running' }))
  tell({ type: 'history.changed' })
  const fresh = page.getByRole('button', { name: /^bob / })
  await expect.element(fresh).toHaveTextContent('running')
  await expect.element(old).toHaveFocus()
  rows[0] = rowUnderTest({ runId: 'new', username: 'bob', state: 'tokens' })
  tell({ type: 'history.changed' })
  await expect.element(fresh).toHaveTextContent('signed in')
  await expect.element(old).toHaveFocus()
})
