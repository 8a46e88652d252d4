import { expect, test } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { createProxyPassword, emptyProxyFile } from './proxy-password.ts'
import { secretBoxInMemory } from './secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from './vault.ts'

const password = Secret.of('password', 'hunter2-canary')
const vaultOf = (backend: string) =>
  openVault({
    box: () => secretBoxInMemory(backend, backend),
    document: documentInMemory(emptyVaultRecord),
    randomHex: (bytes) => '0'.repeat(bytes * 2),
  })

test('the password of the proxy is stored encrypted, opens after a restart, and can be removed', async () => {
  const document = documentInMemory(emptyProxyFile)
  const start = () => createProxyPassword({ document, vault: vaultOf('keychain') })
  await start().keep(password)
  expect(JSON.stringify(document.value())).not.toContain('hunter2')
  const restarted = start()
  expect(restarted.isSaved()).toBe(true)
  expect(reveal((await restarted.open())!)).toBe('hunter2-canary')
  await restarted.keep(null)
  expect(restarted.isSaved()).toBe(false)
  expect(await restarted.open()).toBeUndefined()
})

test('without consent the password stays in memory until storing is agreed to', async () => {
  const document = documentInMemory(emptyProxyFile)
  const vault = vaultOf('basic_text')
  const kept = createProxyPassword({ document, vault })
  await kept.keep(password)
  expect(document.value()).toEqual({})
  expect(await kept.open()).toBe(password)
  await vault.choose('store')
  await kept.storeSecrets()
  expect(document.value().password).toBeDefined()
  expect(reveal((await kept.open())!)).toBe('hunter2-canary')
})
