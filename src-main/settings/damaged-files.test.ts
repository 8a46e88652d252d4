// Fifty damaged files of the data folder: five documents, ten damages each.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings/index.ts'
import { openDocuments } from '#main/application/open-documents.ts'
import { openDocument, type WriteFile } from './document.ts'
import { emptySettingsFile, settingsFile, settingsVersion } from './settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-damaged-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const write: WriteFile = (path, value) => {
  writeFileSync(path, JSON.stringify(value, null, 2))
  return Promise.resolve()
}

const open = () => ({
  ...openDocuments(folder, write),
  settings: openDocument({
    path: join(folder, 'settings.json'),
    version: settingsVersion,
    schema: settingsFile,
    empty: emptySettingsFile,
    write,
    now: Date.now,
  }),
})

/** What each file holds before it is damaged: enough to be cut and overwritten. */
const contents = {
  settings: { settings: defaultSettings, lastProfileId: 'p1' },
  vault: {
    lastBackend: 'keychain',
    choices: { keychain: 'store' },
    dataKeys: [{ id: '1a2b', sealed: { backend: 'keychain', text: 'c2VhbGVk' } }],
  },
  profiles: { profiles: [] },
  passkeys: { passkeys: [] },
  devices: { devices: [] },
} as const

const damages: readonly (readonly [string, (text: string) => string | Buffer])[] = [
  ['emptied', () => ''],
  ['of zero bytes alone', (text) => Buffer.alloc(text.length)],
  ['cut after a quarter', (text) => text.slice(0, text.length / 4)],
  ['cut in its middle', (text) => text.slice(0, text.length / 2)],
  ['cut at its end', (text) => text.slice(0, -3)],
  ['overwritten at its beginning', (text) => `@@@@${text.slice(4)}`],
  ['overwritten in its middle', (text) => text.replace(/^(.{20}).{6}/s, '$1@"\u0000@[{')],
  ['another JSON file', () => '{"log":{"entries":[]}}'],
  ['nested a million times', () => '['.repeat(1_000_000)],
  ['of a later version', (text) => text.replace('"version": 1', '"version": 99')],
]

describe.each(Object.entries(contents))('%s.json', (name, value) => {
  test.each(damages)(
    '%s: the application opens, nothing is deleted, and it can be written again',
    async (_, damage) => {
      const path = join(folder, `${name}.json`)
      const whole = JSON.stringify({ version: 1, ...value }, null, 2)
      const damaged = Buffer.from(damage(whole))
      writeFileSync(path, damaged)
      const documents = open()
      const document = documents[name as keyof typeof contents]
      expect(document.quarantined.length).toBeLessThanOrEqual(1)
      if (document.quarantined.length > 0) {
        const copies = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
        expect(copies.some((copy) => copy.equals(damaged))).toBe(true)
        expect(document.quarantined[0]?.reason).toMatch(/\.$/)
      }
      await document.change((content: object) => ({ ...content }) as never)
      expect(open()[name as keyof typeof contents].quarantined).toEqual([])
    },
  )
})
