import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startUnderTest } from './application-under-test.ts'
import { profileUnderTest } from './profile-under-test.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('only a file that was saved since the start is shown in its folder', async () => {
  const path = join(folder, 'shop.authscope-profile.json')
  const shown: string[] = []
  const system = {
    askWhereToSave: () => Promise.resolve(path),
    showInFolder: (file: string) => shown.push(file),
  }
  const { application, call } = startUnderTest(folder, { system })
  const show = (file: string) => call('app.showSavedFile', { path: file })
  await expect(show(path)).rejects.toMatchObject({ code: 'file-refused' })
  const { id } = await call('profile.create', profileUnderTest)
  expect(await call('profile.share', { id })).toEqual({ path })
  await show(path)
  await expect(show('/etc/passwd')).rejects.toMatchObject({ code: 'file-refused' })
  expect(shown).toEqual([path])
  await application.close()
})
