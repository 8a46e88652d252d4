import { expect, it } from 'vitest'
import { h } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { mount } from '../../browser-tests/mount.ts'
import ChainStrip from './ChainStrip.vue'

const colourOf = (status: HistoryRow['chain'][number]['status']) => {
  const square = mount(() => h(ChainStrip, { chain: [{ name: 'A', status }] })).querySelector('i')
  return square && getComputedStyle(square).backgroundColor
}

it('has the colour of no failure for a call that was cancelled', () => {
  expect(colourOf('cancelled')).not.toBe(colourOf('failed'))
  expect(colourOf('cancelled')).toBe(colourOf('unknown'))
})

it('has a square for each call, which says its challenge to the pointer', () => {
  const root = mount(() =>
    h(ChainStrip, {
      chain: [
        { name: 'InitiateAuth', status: 'done' },
        { name: 'PASSWORD_VERIFIER', status: 'refused' },
      ],
    }),
  )
  expect([...root.querySelectorAll('i')].map(({ title }) => title)).toEqual([
    'InitiateAuth',
    'PASSWORD_VERIFIER',
  ])
})
