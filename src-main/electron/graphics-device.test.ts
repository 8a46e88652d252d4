import { expect, it } from 'vitest'
import { graphicsDevices, mayHaveGraphicsDevice } from './graphics-device.ts'

it.each(graphicsDevices)('Linux with %s may have a graphics device', (device) => {
  expect(mayHaveGraphicsDevice('linux', (path) => path === device)).toBe(true)
})

it('Linux without any of the device files has no graphics device', () => {
  expect(mayHaveGraphicsDevice('linux', () => false)).toBe(false)
})

it.each(['darwin', 'win32'] as const)('%s is not asked for device files', (platform) => {
  expect(mayHaveGraphicsDevice(platform, () => false)).toBe(true)
})
