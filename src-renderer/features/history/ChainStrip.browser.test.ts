import { expect, it } from 'vitest'
import { h } from 'vue'
import { mount } from '../../browser-tests/mount.ts'
import ChainStrip from './ChainStrip.vue'

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
