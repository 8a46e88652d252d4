import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { undoNewest } from '#renderer/design/undo.ts'
import { toasts } from '#renderer/design/toast.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { mount } from '../../browser-tests/mount.ts'
import HistoryList from './HistoryList.vue'
import { rowUnderTest } from './rows-under-test.ts'

/** The list over runs that can be annotated, with the keys on the first one. */
async function list(...runs: readonly HistoryRow[]) {
  const rows = new Map(runs.map((row) => [row.runId, row]))
  fakeBridge({
    'history.page': () => ({ rows: [...rows.values()] }),
    'history.annotate': (input) => {
      const { runIds, ...annotation } = input as { readonly runIds: readonly string[] }
      return runIds.map((runId) => {
        const row = { ...rows.get(runId)!, ...annotation }
        rows.set(runId, row)
        return row
      })
    },
  })
  mount(() => h('div', { style: 'display: grid; height: 400px' }, [h(HistoryList)]))
  const first = page.getByRole('button', { name: /^one / })
  await expect.element(first).toBeVisible()
  first.element().focus()
  return rows
}

const named = (runId: string, more: Partial<HistoryRow> = {}) =>
  rowUnderTest({ runId, username: runId, ...more })

it('a pin is taken back, for the runs alone that were not pinned before', async () => {
  const rows = await list(named('one'), named('two', { pinned: true }), named('three'))
  const pinned = () => [...rows.values()].filter((row) => row.pinned).map(({ runId }) => runId)
  await userEvent.keyboard('{Control>}a{/Control}p')
  await expect.poll(pinned).toEqual(['one', 'two', 'three'])
  await expect.poll(() => toasts.at(-1)?.text).toBe('2 runs pinned.')
  undoNewest()
  await expect.poll(pinned).toEqual(['two'])
})

it('a note that was changed is as before after an undo, and is what the next change begins with', async () => {
  const rows = await list(named('one', { note: 'first' }))
  const note = page.getByRole('textbox', { name: 'Note' })
  const change = async (text: string) => {
    await userEvent.keyboard('n')
    await note.fill(text)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => rows.get('one')?.note).toBe(text)
    await expect.element(note).not.toBeInTheDocument()
    page.getByRole('button', { name: /^one / }).element().focus()
  }
  await change('second')
  await userEvent.keyboard('n')
  await expect.element(note).toHaveValue('second')
  await userEvent.keyboard('{Escape}')
  await expect.element(note).not.toBeInTheDocument()
  page.getByRole('button', { name: /^one / }).element().focus()
  await change('third')
  undoNewest()
  await expect.poll(() => rows.get('one')?.note).toBe('second')
  undoNewest()
  await expect.poll(() => rows.get('one')?.note).toBe('first')
})

it('N writes the note of the row that the keys are on, also while several are selected', async () => {
  const rows = await list(named('one'), named('two'))
  await userEvent.keyboard('{Control>}a{/Control}{ArrowDown}')
  await expect.element(page.getByRole('button', { name: /^two / })).toHaveFocus()
  await userEvent.keyboard('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('of the second')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(() => rows.get('two')?.note).toBe('of the second')
  expect(rows.get('one')?.note).toBeUndefined()
})
