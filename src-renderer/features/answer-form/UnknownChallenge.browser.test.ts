import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import UnknownChallenge from './UnknownChallenge.vue'

it('shows the parameters of a challenge, and takes any answer', async () => {
  const rows = model([{ key: 'ANSWER', value: '' }])
  mount(() => h(UnknownChallenge, { parameters: { hint: 'blue' }, ...rows.props() }))
  await expect.element(page.getByText('blue')).toBeVisible()
  await page.getByLabelText('ChallengeResponses: value 1').fill('yes')
  expect(rows.value).toEqual([{ key: 'ANSWER', value: 'yes' }])
  await expectAccessible()
})

it('says that a challenge has no parameters', async () => {
  mount(() =>
    h(UnknownChallenge, { parameters: {}, ...model<{ key: string; value: string }[]>([]).props() }),
  )
  await expect.element(page.getByText('The challenge has no parameters.')).toBeVisible()
})
