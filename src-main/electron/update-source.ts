import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Where updates come from, if this package names a place, can replace itself, and the person has
 * switched them on. Read before Electron is ready, since Chromium's rules for hosts are set then.
 */
export function updateSource(): URL | undefined {
  if (!app.isPackaged || !canReplaceItself()) return undefined
  const place = textOf(join(process.resourcesPath, 'app-update.yml'))
  const url = /^url: (.+)$/m.exec(place)?.[1]
  if (url === undefined || !wantsUpdates()) return undefined
  try {
    return new URL(JSON.parse(url) as string)
  } catch {
    return undefined
  }
}

/** On Linux an AppImage alone: what a package manager installed, it updates. */
const canReplaceItself = () => process.platform !== 'linux' || process.env['APPIMAGE'] !== undefined

function wantsUpdates(): boolean {
  try {
    const { settings } = JSON.parse(textOf(join(app.getPath('userData'), 'settings.json'))) as {
      readonly settings?: { readonly checkForUpdates?: unknown }
    }
    return settings?.checkForUpdates === true
  } catch {
    return false
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
