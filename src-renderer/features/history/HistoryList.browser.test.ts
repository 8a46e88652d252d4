import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, KeepAlive, ref } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { defaultSettings, type Settings } from '#contract/settings/index.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { dismissToast, toasts } from '#renderer/design/toast.ts'
import { useChosenRuns } from './chosen-runs.ts'
import { useHistory } from './history.ts'
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
  // A range that is too long has the rows nearest to where it began, and says so.
  const chosen = useChosenRuns()
  for (const [keys, first, last] of [
    ['{End}{Shift>}{Home}{/Shift}', '90000', '99999'],
    ['{Control>}a{/Control}', '0', '9999'],
  ] as const) {
    toasts.forEach(({ id }) => {
      dismissToast(id)
    })
    await userEvent.keyboard(keys)
    await expect
      .poll(() => toasts.map(({ text }) => text))
      .toEqual(['10,000 runs at most can be selected at once.'])
    expect(chosen.rows).toHaveLength(10_000)
    expect([chosen.rows[0]?.runId, chosen.rows.at(-1)?.runId]).toEqual([first, last])
  }
}, 60_000)

it('shows the progress of a long range, which can be cancelled and leaves what was chosen', async () => {
  let answer = (): void => undefined
  const { calls } = fakeBridge({
    'history.days': () => [{ at: 0, runs: 5000, failed: 0 }],
    'history.page': async (input) => {
      const { after, skip = 0 } = input as PageInput
      const from = after ? Number(after.runId) + 1 : skip
      if (from === 1000) await new Promise<void>((resolve) => (answer = resolve))
      const rows = Array.from({ length: 100 }, (_, at) =>
        rowUnderTest({ runId: String(from + at), username: `user${String(from + at)}` }),
      )
      return { rows }
    },
  })
  mount(() => h('div', { style: 'display: grid; height: 600px' }, [h(HistoryList)]))
  const chosen = useChosenRuns()
  const first = page.getByRole('button', { name: /^user0 / })
  await expect.element(first).toBeVisible()
  first.element().focus()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await expect.element(page.getByText('2 selected')).toBeVisible()
  await userEvent.keyboard('{Control>}a{/Control}')
  const progress = page.getByRole('progressbar', { name: 'Selecting runs' })
  await expect.element(progress).toHaveAttribute('value', '0.2')
  await expectAccessible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  answer()
  await expect.element(page.getByText('2 selected')).toBeVisible()
  await expect.element(progress).not.toBeInTheDocument()
  expect(chosen.rows).toHaveLength(2)
  // Each page goes on from the row before it.
  const inputs = calls.filter(({ route }) => route === 'history.page').map(({ input }) => input)
  expect(inputs.at(-1)).toMatchObject({ after: { runId: '999' } })
}, 60_000)

it('is where it was scrolled to when it comes back into sight, and lists what has changed meanwhile', async () => {
  const rows = Array.from({ length: 100 }, (_, at) =>
    rowUnderTest({ runId: String(at), username: `user${String(at)}` }),
  )
  const { calls, tell } = fakeBridge({
    'history.days': () => [{ at: 0, runs: rows.length, failed: 0 }],
    'history.page': () => ({ rows: [...rows] }),
  })
  const isShown = ref(true)
  const root = mount(() =>
    h('div', { style: 'display: grid; height: 600px' }, [
      h(KeepAlive, () => (isShown.value ? h(HistoryList, { style: 'min-height: 0' }) : undefined)),
    ]),
  )
  await expect.element(page.getByRole('button', { name: /^user0 / })).toBeVisible()
  const scroller = () => root.querySelector('.scroll')
  scroller()?.scrollTo(0, 2000)
  await expect.element(page.getByRole('button', { name: /^user50 / })).toBeVisible()
  isShown.value = false
  await expect.poll(scroller).toBeNull()
  const pages = () => calls.filter(({ route }) => route === 'history.page').length
  const before = pages()
  rows[50] = rowUnderTest({ runId: '50', username: 'grace' })
  tell({ type: 'history.changed' })
  expect(pages()).toBe(before)
  isShown.value = true
  await expect.element(page.getByRole('button', { name: /^grace / })).toBeVisible()
  expect(scroller()?.scrollTop).toBe(2000)
})

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

it('filters like the cell that the arrows are on, and leaves it out with Shift', async () => {
  const rows = [rowUnderTest({ runId: 'one' }), rowUnderTest({ runId: 'two', username: 'bob' })]
  fakeBridge({
    'history.page': () => ({ rows: [...rows] }),
  })
  let history: ReturnType<typeof useHistory> | undefined
  mount(() => {
    history = useHistory()
    return h('div', { style: 'display: grid; height: 600px' }, [h(HistoryList)])
  })
  const row = page.getByRole('button', { name: /^ada / })
  await expect.element(row).toBeVisible()
  row.element().focus()
  await userEvent.keyboard('f')
  expect(history?.filter).toBe('user:ada')
  await expect.element(row).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByText('Outcome: refused')).toBeInTheDocument()
  await userEvent.keyboard('F')
  expect(history?.filter).toBe('user:ada not status:refused')
  await expect.element(row).toHaveFocus()
  await userEvent.click(page.getByText(/The password is wrong/).first(), { button: 'right' })
  await expect
    .element(page.getByRole('menuitem', { name: 'Filter like this: code:AS1201' }))
    .toBeVisible()
})

it('is a table in the order of a column, without days, once that is chosen', async () => {
  const { calls } = fakeBridge({
    'history.page': () => ({
      rows: [
        rowUnderTest({ runId: 'one' }),
        rowUnderTest({ runId: 'two', username: 'bob', startedAt: Date.UTC(2026, 0, 29) }),
      ],
    }),
    'settings.change': (input) => ({ ...defaultSettings, ...(input as Partial<Settings>) }),
  })
  let isSet = false
  mount(() => {
    const application = useApplication()
    if (!isSet) application.settings = { ...defaultSettings, historyTable: true }
    isSet = true
    return h('div', { style: 'display: grid; height: 600px' }, [h(HistoryList)])
  })
  await expect.poll(() => page.getByRole('heading').elements()).toHaveLength(2)
  await userEvent.click(page.getByRole('button', { name: 'Duration' }))
  await expect
    .poll(() => calls.find(({ route }) => route === 'settings.change')?.input)
    .toEqual({ historyOrder: 'service_ms desc' })
  await expect.element(page.getByRole('heading', { name: /^Slowest first/ })).toBeVisible()
  expect(calls.findLast(({ route }) => route === 'history.page')?.input).toMatchObject({
    order: { by: 'service_ms', descending: true },
  })
  await expectAccessible()
})

it('exports the runs that are chosen, by key and by menu, and drags them out', async () => {
  const rows = ['one', 'two', 'three'].map((runId) => rowUnderTest({ runId, username: runId }))
  let isReleased = false
  const { calls } = fakeBridge({
    'export.prepareDrag': () => {
      if (isReleased) window.dispatchEvent(new PointerEvent('pointerup'))
      return { drag: 'd1' }
    },
    'history.page': () => ({ rows: [...rows] }),
  })
  const requested: unknown[] = []
  mount(() =>
    h('div', { style: 'display: grid; height: 600px' }, [
      h(HistoryList, {
        onExport: (runs: readonly HistoryRow[], how: string) =>
          requested.push([how, ...runs.map(({ runId }) => runId)]),
      }),
    ]),
  )
  const first = page.getByRole('button', { name: /^one / })
  await expect.element(first).toBeVisible()
  first.element().focus()
  await userEvent.keyboard('e')
  await expect.poll(() => requested).toEqual([['export', 'one']])
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await expect.element(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  expect(requested.at(-1)).toEqual(['export', 'one', 'two'])
  first.element().dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true }))
  await expect
    .poll(() => calls.find(({ route }) => route === 'export.prepareDrag')?.input)
    .toEqual({ runIds: ['one', 'two'], format: 'har' })
  const dragged = () =>
    calls.filter(({ route }) => route === 'export.drag').map(({ input }) => input)
  await expect.poll(dragged).toEqual([{ drag: 'd1' }])
  // Released before the file is written: the desktop would wait for a second release.
  isReleased = true
  first.element().dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true }))
  await expect
    .poll(() => calls.filter(({ route }) => route === 'export.prepareDrag').length)
    .toBe(2)
  await userEvent.click(page.getByRole('button', { name: /^three / }), { button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy as issue text' }).click()
  expect(requested.at(-1)).toEqual(['copy', 'three'])
  expect(dragged()).toHaveLength(1)
})
