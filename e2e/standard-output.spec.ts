import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'

/** The command line in plain Node, with its output on a disk that is full. */
function onFullDisk(words: readonly string[]): Promise<{ status: number | null; errors: string }> {
  const full = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, [resolve('out/main/cli.js'), ...words], {
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  let errors = ''
  child.stderr?.on('data', (chunk) => (errors += String(chunk)))
  return new Promise((settle, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      settle({ status, errors })
    })
  })
}

for (const words of [
  ['--help'],
  ['explain', 'AS1301'],
  ['sign-in', '--practice', '--username', 'alice', '--json'],
])
  test(`${words[0] ?? ''} fails when its output cannot be written, and says why`, async () => {
    test.skip(!existsSync('/dev/full'), 'only Linux has a disk that is always full')
    const { errors, status } = await onFullDisk(words)
    expect(status).toBe(1)
    expect(errors).toContain('Standard output: The disk is full.')
  })
