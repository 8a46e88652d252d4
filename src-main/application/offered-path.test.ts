import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startUnderTest } from './application-under-test.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-offered-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('a file that the window names is read only where the person offered it', async () => {
  const offered = join(folder, 'offered.env')
  const other = join(folder, 'other.env')
  for (const path of [offered, other])
    writeFileSync(path, 'USER_POOL_ID=eu-west-1_AbCdEf123\nCLIENT_ID=1example23456789\n')
  const { call } = startUnderTest(folder, {
    system: { isOfferedFile: (path) => path === offered },
  })
  expect(await call('configuration.read', { from: 'file', path: offered })).toMatchObject({
    recognised: { kind: 'connections', file: 'offered.env' },
  })
  for (const path of [other, join(folder, 'absent'), `${folder}/./offered.env`]) {
    const refused = { code: 'file-refused' }
    await expect(call('configuration.read', { from: 'file', path })).rejects.toMatchObject(refused)
    await expect(call('recording.open', { from: 'file', path })).rejects.toMatchObject(refused)
  }
  // What is no recording is refused for that, once it may be read.
  await expect(call('recording.open', { from: 'file', path: offered })).rejects.toMatchObject({
    code: 'recording-unknown-format',
  })
})
