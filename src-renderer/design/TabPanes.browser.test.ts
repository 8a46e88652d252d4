import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import TabPanes from './TabPanes.vue'

it('moves between its tabs with the arrows', async () => {
  const current = model('request')
  mount(() =>
    h(
      TabPanes,
      {
        label: 'Step',
        tabs: [
          { value: 'request', label: 'Request' },
          { value: 'timing', label: 'Timing' },
        ],
        ...current.props(),
      },
      { request: () => h('p', 'The request'), timing: () => h('p', 'The timing') },
    ),
  )
  await userEvent.keyboard('{Tab}{ArrowRight}')
  expect(current.value).toBe('timing')
  await expect.element(page.getByText('The timing')).toBeVisible()
  await expectAccessible()
})
