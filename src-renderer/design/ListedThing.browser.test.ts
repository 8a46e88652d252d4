import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import ListedThing from './ListedThing.vue'

it('has a menu of its own, which the keyboard opens', async () => {
  const acts: string[] = []
  mount(() =>
    h('ul', [
      h(
        ListedThing,
        {
          name: 'Phone',
          tags: [{ text: 'remembered', tone: 'ok' as const }],
          items: [{ id: 'forget', label: 'Forget…', danger: true }],
          onAct: (what: string) => acts.push(what),
        },
        () => 'used today',
      ),
    ]),
  )
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByRole('menuitem', { name: 'Forget…' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(acts).toEqual(['forget'])
  await expectAccessible()
})
