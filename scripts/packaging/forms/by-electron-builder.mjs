// The forms whose tools electron-builder brings itself: it fetches them from GitHub.
import { dirname } from 'node:path'
import { SetUpError } from '../../progress.mjs'
import { builderConfiguration } from '../application-folder.mjs'

const form = (name, platform, targets = [name]) => ({
  name,
  platform,
  tools: [],
  make: async ({ electron, folder }) => {
    const { build, Platform } = await import('electron-builder')
    try {
      return await build({
        targets: Platform.current().createTarget(targets),
        prepackaged: platform === 'darwin' ? dirname(folder) : folder,
        publish: 'never',
        config: builderConfiguration(electron),
      })
    } catch (error) {
      throw new SetUpError(
        `electron-builder could not make the form ${name}, for which it fetches tools from GitHub: ${error.message.split('\n')[0]}`,
      )
    }
  },
})

export const appImage = form('AppImage', 'linux')
export const dmg = form('dmg', 'darwin', ['dmg', 'zip'])
export const nsis = form('nsis', 'win32')
