import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticePool, sampleUserChanges } from '../../browser-tests/sample-practice.ts'
import PracticePool from './PracticePool.vue'

it('lists users and app clients, and signs in as one with the keyboard', async () => {
  fakeBridge()
  const signInAs = vi.fn()
  mount(() =>
    h(PracticePool, {
      pool: samplePracticePool,
      changes: sampleUserChanges,
      onSignInAs: signInAs,
    }),
  )
  await expect.element(page.getByText('web-public')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Sign in as ada' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(signInAs).toHaveBeenCalledExactlyOnceWith('ada')
})

it('says how a pool without users gets some', async () => {
  fakeBridge()
  mount(() => h(PracticePool, { pool: { ...samplePracticePool, users: [] }, changes: [] }))
  await expect.element(page.getByText('No users in this pool')).toBeVisible()
})

it('opens its settings with the keyboard, and names tier and replica', async () => {
  fakeBridge()
  const replica = { region: 'eu-west-1', endpoint: 'http://127.0.0.1/replica/eu-west-1' }
  const pool = { ...samplePracticePool, replica: { ...replica, isActive: true } }
  mount(() => h(PracticePool, { pool, changes: [] }))
  await expect.element(page.getByText('Essentials', { exact: true })).toBeVisible()
  await expect.element(page.getByText('replica in eu-west-1')).toBeVisible()
  page.getByRole('button', { name: 'Settings of Practice1' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('region', { name: 'Settings of Practice1' })).toBeVisible()
})
