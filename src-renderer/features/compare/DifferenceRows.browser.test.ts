import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import DifferenceRows from './DifferenceRows.vue'

it('shows both sides of a member, and that one is absent', async () => {
  const error = { member: 'error', title: 'Error', left: 'CodeMismatchException' }
  const differences = [{ area: 'response', expected: false, ...error } as const]
  mount(() => h(DifferenceRows, { differences, label: 'Differences' }))
  const row = page.getByRole('row', { name: /Error/ })
  await expect.element(row).toHaveTextContent(/CodeMismatchException\s*absent/)
  await expectAccessible()
})

it('heads the members of each part once, in the words that people read', async () => {
  const wrong = { member: 'history.wrongPasswords', title: 'Earlier sign-ins: wrong passwords' }
  const proof = { member: 'history.proofForPool', title: 'Earlier sign-ins: SRP proof' }
  const of = { area: 'facts', right: '1', expected: false } as const
  const differences = [
    { ...of, ...wrong },
    { ...of, area: 'claims', member: 'id.sub', title: 'ID token: sub' } as const,
    { ...of, ...proof },
  ]
  mount(() => h(DifferenceRows, { differences, label: 'Differences' }))
  await expect.element(page.getByText('Facts', { exact: true })).toBeVisible()
  const headers = [...document.querySelectorAll('tbody th')]
  expect(headers.map(({ textContent }) => textContent.trim())).toEqual([
    'Facts',
    wrong.title,
    proof.title,
    'Token claims',
    'ID token: sub',
  ])
  await expectAccessible()
})
