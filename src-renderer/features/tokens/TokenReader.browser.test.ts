import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TokenReader from './TokenReader.vue'

it('hands a pasted token to the main process on Enter', async () => {
  const { calls } = fakeBridge()
  mount(() => h(TokenReader))
  await expectAccessible()
  await userEvent.keyboard('{Tab}a.b.c{Enter}')
  await expect
    .poll(() => calls)
    .toEqual([{ route: 'token.read', input: { text: 'a.b.c', profileId: '' } }])
})
