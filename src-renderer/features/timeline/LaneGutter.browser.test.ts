import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleTriggers } from '../../browser-tests/sample-run.ts'
import LaneGutter from './LaneGutter.vue'

it('is a picture that screen readers skip, with a mark for each trigger', async () => {
  const root = mount(() =>
    h(LaneGutter, { number: 1, status: 'done', called: true, triggers: sampleTriggers }),
  )
  expect(root.querySelector('.gutter')?.getAttribute('aria-hidden')).toBe('true')
  expect(root.querySelectorAll('.run')).toHaveLength(2)
  expect(root.querySelectorAll('.run.wrong')).toHaveLength(1)
  await expectAccessible()
})

it('has no arrows for a step without a call', () => {
  const root = mount(() => h(LaneGutter, { number: 2, status: 'waiting', called: false }))
  expect(root.querySelector('.arrow')).toBeNull()
})
