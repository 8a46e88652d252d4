import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import RefreshChanges from './RefreshChanges.vue'

const difference = { before: '["a"]', after: '["b"]', kind: 'changed' } as const

it('names the claims that changed, and what became of the refresh token', async () => {
  const changes = [
    {
      ...({ use: 'access', before: 0 } as const),
      differences: [
        { ...difference, name: 'cognito:groups', expected: false },
        { ...difference, name: 'exp', expected: true },
      ],
    },
    {
      use: 'id',
      before: 0,
      differences: [{ ...difference, name: 'iat', expected: true }],
    } as const,
  ]
  mount(() => h(RefreshChanges, { refresh: { changes }, graceSeconds: undefined }))
  const list = page.getByRole('list', { name: 'What the refresh changed' })
  await expect.element(list).toHaveTextContent(/Access token:\s*cognito:groups changed/)
  await expect.element(list).toHaveTextContent(/ID token:\s*same claims, new times/)
  await expect.element(list).toHaveTextContent(/No new refresh token: the old one stays valid/)
  await expectAccessible()
})

it('starts the grace clock where the refresh token was replaced', async () => {
  const refresh = { changes: [], rotatedAt: Date.now() }
  mount(() => h(RefreshChanges, { refresh, graceSeconds: 30 }))
  await expect.element(page.getByRole('timer')).toHaveTextContent(/grace period/)
})
