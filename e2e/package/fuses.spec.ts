import { expect, test } from '@playwright/test'
import { fuses, readFuses } from '../../scripts/packaging/fuses.mjs'
import { packagedExecutable } from './packaged-application.ts'

test('every fuse in the packaged executable is as stated, and there is no other', async () => {
  const found = await readFuses(packagedExecutable())
  // Electron 33, the oldest, has all but the last one.
  const { WasmTrapHandlers, ...older } = fuses
  expect(found).toEqual('WasmTrapHandlers' in found ? { ...older, WasmTrapHandlers } : older)
  expect(Object.keys(fuses)).toHaveLength(9)
})
