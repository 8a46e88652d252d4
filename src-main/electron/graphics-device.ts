/** Where Linux has the devices that Chromium can draw with: of the kernel, of NVIDIA's driver, of WSL, Mali and Adreno. */
export const graphicsDevices = [
  '/dev/dri',
  '/dev/nvidiactl',
  '/dev/dxg',
  '/dev/mali0',
  '/dev/kgsl-3d0',
] as const

/** Whether the machine can have a device to draw with; on other systems than Linux, always. */
export function mayHaveGraphicsDevice(
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): boolean {
  return platform !== 'linux' || graphicsDevices.some(exists)
}
