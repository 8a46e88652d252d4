import { expect, it } from 'vitest'
import { h } from 'vue'
import { mount } from '../../browser-tests/mount.ts'
import SessionLines from './SessionLines.vue'
import type { WaterfallRow } from './waterfall.ts'

const row = (step: number): WaterfallRow => ({
  id: String(step),
  step,
  kind: 'attempt',
  label: '',
  from: 10 * step,
  length: 5,
  failed: false,
  timed: true,
})

it('draws a line for each use of a session, and a spent one in another way', () => {
  const root = mount(() =>
    h(SessionLines, {
      rows: [row(1), row(2), row(3)],
      lineage: [
        { mark: 'a', from: 1, to: 2, kind: 'first' },
        { mark: 'a', from: 1, to: 3, kind: 'spent', before: 2 },
        { mark: 'x', from: undefined, to: 1, kind: 'first' },
      ],
      shown: { from: 0, length: 100 },
      rowHeight: 26,
    }),
  )
  const [first, spent, ...others] = root.querySelectorAll('path')
  expect(others).toHaveLength(0)
  expect(first?.getAttribute('d')).toMatch(/^M150 13 .* 200 39$/)
  const widthOf = (path: Element | undefined) => path && getComputedStyle(path).strokeWidth
  expect([widthOf(first), widthOf(spent)]).toEqual(['1.5px', '3px'])
})
