import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { desktopEntry, metainfo, mimeTypes } from './desktop-files.mjs'

const folder = mkdtempSync(join(tmpdir(), 'authscope-desktop-files-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const isInstalled = (program: string) => spawnSync(program, ['--version']).error === undefined

/** What a validator says of a file, which is nothing when all is well. */
function problems(program: string, args: readonly string[], name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { status, stderr, stdout } = spawnSync(program, [...args, file], { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}

test('the desktop entry starts the command with files, and offers it for every associated type', () => {
  const entry = new Map(
    desktopEntry()
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  expect(entry.get('Exec')).toBe('authscope %F')
  expect(entry.get('Icon')).toBe('authscope')
  expect(entry.get('MimeType')).toBe('application/x-har+json;application/json;')
})

test('every associated type that no desktop knows is described with its extension', () => {
  const described = [...mimeTypes().matchAll(/<mime-type type="([^"]*)">/g)].map(([, type]) => type)
  expect(described).toEqual(['application/x-har+json'])
  expect(mimeTypes()).toContain('<glob pattern="*.har"/>')
})

test.runIf(isInstalled('desktop-file-validate'))(
  'desktop-file-validate finds nothing wrong with the desktop entry',
  () => {
    const found = problems('desktop-file-validate', [], 'authscope.desktop', desktopEntry())
    expect(found).toBe('')
  },
)

test.runIf(isInstalled('appstreamcli'))(
  'appstreamcli finds nothing wrong with the description for software centres',
  () => {
    const text = metainfo('1.2.3', '2026-01-02')
    const name = 'app.authscope.Authscope.metainfo.xml'
    expect(problems('appstreamcli', ['validate', '--no-net'], name, text)).toBe('')
  },
)
