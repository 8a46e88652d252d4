import { expect, it } from 'vitest'
import { emptySettingsFile, settingsFile } from '#main/settings/settings.ts'
import { startValues } from './start-values.ts'

const place = { x: -20, y: 40, width: 1280, height: 720, maximised: true }
const defaults = { checkForUpdates: false, theme: 'system', zoom: 100 }

it.each([
  ['an absent file', {}],
  ['the file of an application that never ran', emptySettingsFile],
  ['changed settings', { settings: { theme: 'dark', zoom: 150, checkForUpdates: true } }],
  ['settings that are out of range', { settings: { theme: 'blue', zoom: 7, checkForUpdates: 1 } }],
  ['a zoom with a fraction', { settings: { zoom: 110.5 } }],
  ['a window that was moved', { settings: {}, window: place }],
])('has the values that the checked file has: %s', (_, file) => {
  const { settings, window } = settingsFile.parse({ settings: {}, ...file })
  const { checkForUpdates, theme, zoom } = settings
  expect(startValues(JSON.stringify(file))).toEqual({
    checkForUpdates,
    theme,
    zoom,
    ...(window && { place: window }),
  })
})

it.each(['', '{"settings": {"zoom": 1', 'null', '[]', '{"settings": null, "window": 4}'])(
  'has the defaults where the file is damaged: %s',
  (text) => {
    expect(startValues(text)).toEqual(defaults)
  },
)

it('has no place where one of its numbers is missing', () => {
  const { width: _, ...without } = place
  expect(startValues(JSON.stringify({ window: without }))).toEqual(defaults)
})
