import { app } from 'electron'
import { existsSync } from 'node:fs'
import { mayHaveGraphicsDevice } from './graphics-device.ts'

/**
 * Draws by the processor where no graphics device is: on virtual machines, remote desktops and in
 * containers. Chromium would come to the same, but first start a process that fails, and keep the
 * window waiting for the next one. Must come before Electron is ready.
 */
export function drawInSoftwareWithoutDevice(): void {
  if (!mayHaveGraphicsDevice(process.platform, existsSync)) app.disableHardwareAcceleration()
}
