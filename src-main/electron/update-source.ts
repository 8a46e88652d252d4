import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Where updates come from, if they are switched on, this package names a place and can replace itself.
 * Read before Electron is ready, since Chromium's rules for hosts are set then.
 */
export function updateSource(isOn: boolean): URL | undefined {
  if (!isOn || !app.isPackaged || !canReplaceItself()) return undefined
  const place = textOf(join(process.resourcesPath, 'app-update.yml'))
  const url = /^url: (.+)$/m.exec(place)?.[1]
  if (url === undefined) return undefined
  try {
    return new URL(JSON.parse(url) as string)
  } catch {
    return undefined
  }
}

/** On Linux an AppImage alone: what a package manager installed, it updates. */
const canReplaceItself = () => process.platform !== 'linux' || process.env['APPIMAGE'] !== undefined

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
