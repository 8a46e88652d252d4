import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reveal } from '#engine/secret/secret.ts'
import { secretBoxInMemory } from './secret-box-in-memory.ts'
import { openVaultDocument } from './vault-document.ts'
import { openVault } from './vault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-vault-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const path = (name: string) => join(folder, name)

let next = 0
function start() {
  const document = openVaultDocument({
    folder,
    now: Date.now,
    write: (file, value) => {
      writeFileSync(file, JSON.stringify(value))
      return Promise.resolve()
    },
  })
  const vault = openVault({
    box: () => secretBoxInMemory('gnome_libsecret', 'key'),
    document,
    randomHex: (bytes) => String((next += 1)).padStart(bytes * 2, '0'),
  })
  return { document, vault }
}

async function keyOf(): Promise<string> {
  const key = await start().vault.dataKey()
  return `${key?.id ?? ''} ${key ? reveal(key.key) : ''}`
}

test.each([
  [
    'is lost',
    () => {
      rmSync(path('vault.json'))
    },
  ],
  [
    'is empty',
    () => {
      writeFileSync(path('vault.json'), '')
    },
  ],
  [
    'is cut off',
    () => {
      const text = readFileSync(path('vault.json'), 'utf8')
      writeFileSync(path('vault.json'), text.slice(0, text.length / 2))
    },
  ],
  [
    'is of something else',
    () => {
      writeFileSync(path('vault.json'), '[1]')
    },
  ],
  [
    'has a damaged key',
    () => {
      const text = readFileSync(path('vault.json'), 'utf8')
      writeFileSync(path('vault.json'), text.replace('"sealed"', '"sealt"'))
    },
  ],
])('the history’s key survives when vault.json %s', async (_, damage) => {
  const before = await keyOf()
  damage()
  const { document, vault } = start()
  expect(document.quarantined).toHaveLength(1)
  const key = await vault.dataKey()
  expect(`${key?.id ?? ''} ${key ? reveal(key.key) : ''}`).toBe(before)
  // The next start finds both files whole again.
  expect(await keyOf()).toBe(before)
  expect(start().document.quarantined).toEqual([])
})

test('the second copy is written again when it is lost or damaged, and holds no key in the clear', async () => {
  const before = await keyOf()
  writeFileSync(path('vault-copy.json'), 'damaged')
  expect(await keyOf()).toBe(before)
  rmSync(path('vault.json'))
  expect(await keyOf()).toBe(before)
  expect(readFileSync(path('vault-copy.json'), 'utf8')).not.toContain(before.split(' ')[1])
})
