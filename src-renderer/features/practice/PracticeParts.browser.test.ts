import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticePool } from '../../browser-tests/sample-practice.ts'
import PracticeParts from './PracticeParts.vue'

it('moves the focus to the heading of a part', async () => {
  mount(() => [
    h(PracticeParts, { pools: [samplePracticePool] }),
    h('h2', { id: 'outbox', tabindex: -1 }, 'Messages'),
  ])
  await expectAccessible()
  page.getByRole('button', { name: 'Outbox' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Messages' })).toHaveFocus()
})
