import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleStep } from '../../browser-tests/sample-run.ts'
import TokensCard from './TokensCard.vue'

it('says how long the tokens are valid, and leads to them with the keyboard', async () => {
  const { answer } = sampleStep(3)
  if (answer?.kind !== 'tokens') throw new Error('no tokens')
  const show = vi.fn()
  mount(() => h(TokensCard, { answer, assuranceBefore: 'aal1', onShow: show }))
  await expect.element(page.getByText('valid for 1 h')).toBeVisible()
  page.getByRole('button', { name: 'Show the tokens' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(show).toHaveBeenCalledOnce()
  await expectAccessible()
})
