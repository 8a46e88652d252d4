import { app } from 'electron'

/**
 * Runs Chromium's network service in this process on Linux, where it has no sandbox of its own: the
 * window reaches no host, so that a process for it would only take memory and delay the start. Must
 * come before Electron is ready. See `docs/decisions/0017-no-network-process-on-linux.md`.
 */
export function withoutNetworkProcess(): void {
  if (process.platform !== 'linux') return
  const others = app.commandLine.getSwitchValue('enable-features')
  const features = ['NetworkServiceInProcess2', others].filter((feature) => feature !== '')
  app.commandLine.appendSwitch('enable-features', features.join(','))
}
