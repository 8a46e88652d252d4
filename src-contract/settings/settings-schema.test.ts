import { expect, test } from 'vitest'
import { defaultSettings, settingList } from './index.ts'
import { settings, settingsInFile } from './settings-schema.ts'

test('a file keeps every valid setting, and the others get their defaults', () => {
  const inFile = settingsInFile.parse({ theme: 'dark', zoom: 7, keepHistory: 'yes', unknown: 1 })
  expect(inFile).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(settingsInFile.parse({})).toEqual(defaultSettings)
})

test('an invalid setting does not cross the contract', () => {
  expect(settings.partial().safeParse({ zoom: 7 }).success).toBe(false)
  expect(settings.partial().safeParse({ proxyUrl: 'http://ana:secret@p.example' }).success).toBe(
    false,
  )
  expect(settings.partial().safeParse({ keys: { 'sign-in.run': 'Ctrl and K' } }).success).toBe(
    false,
  )
  expect(
    settings.partial().safeParse({ keys: { 'sign-in.run': '', 'zoom.in': 'F9' } }).success,
  ).toBe(true)
  expect(settings.parse(defaultSettings)).toEqual(defaultSettings)
})

test('every number offered is within its range, and every key is unique', () => {
  for (const setting of settingList)
    if (setting.kind === 'number')
      for (const value of [...setting.offered, setting.default])
        expect(value >= setting.min && value <= setting.max, setting.key).toBe(true)
  expect(new Set(settingList.map(({ key }) => key)).size).toBe(settingList.length)
})
