import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import NoteDialog from './NoteDialog.vue'
import { rowUnderTest } from './rows-under-test.ts'

it('sends the note as it was typed', async () => {
  const row = rowUnderTest()
  const { calls } = fakeBridge({ 'history.annotate': () => [{ ...row, note: 'x' }] })
  const run = model<typeof row | undefined, 'run'>(undefined, 'run')
  mount(() => h(NoteDialog, run.props()))
  run.change(row)
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask “Ü”')
  await expectAccessible('[role=dialog]')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect
    .poll(() => calls)
    .toEqual([{ route: 'history.annotate', input: { runIds: ['one'], note: 'Ask “Ü”' } }])
})
