import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { startUnderTest } from './application-under-test.ts'
import { profileUnderTest } from './profile-under-test.ts'

test('a keyring whose opening failed is asked again when the person saves a secret, not before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authscope-keyring-'))
  let openings = 0
  const { application, call } = startUnderTest(folder, {
    box: () => {
      openings += 1
      if (openings === 1) throw new Error('dismissed')
      return secretBoxInMemory('keychain', 'keychain')
    },
  })
  onTestFinished(async () => {
    await application.close()
    rmSync(folder, { recursive: true })
  })
  for (const _again of [1, 2]) await expect(call('storage.state')).rejects.toThrow()
  expect(openings).toBe(1)
  const { id } = await call('profile.create', {
    ...profileUnderTest,
    clientSecret: 'canary',
  })
  expect(openings).toBe(2)
  const saved = (await call('profile.list')).find((profile) => profile.id === id)
  expect(saved).toMatchObject({ hasClientSecret: true, unreadable: [] })
  expect(await call('storage.state')).toMatchObject({ consent: 'store' })
  expect(openings).toBe(2)
})
