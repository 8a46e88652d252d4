import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings/index.ts'
import { emptyProfileFile, profileFile } from '#main/profiles/profile-file.ts'
import { salvage } from './salvage.ts'
import { emptySettingsFile, settingsFile } from './settings.ts'

const profile = (id: string, more: object = {}) => ({
  id,
  name: `Profile ${id}`,
  colour: 'blue',
  production: false,
  flow: 'USER_SRP_AUTH',
  automatic: {},
  region: 'eu-west-1',
  endpoint: '',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '1example23456789',
  username: 'ana',
  ...more,
})
const file = (...profiles: readonly object[]) => JSON.stringify({ version: 1, profiles }, null, 2)
const ids = (text: string) =>
  salvage(text, profileFile, emptyProfileFile)?.value.profiles.map(({ id }) => id)

const whole = profileFile.safeParse(JSON.parse(file(profile('a'))))

describe('profiles.json', () => {
  test('has the shape that these tests give it', () => {
    expect(whole.error?.issues).toBeUndefined()
  })

  test('with one damaged profile keeps the others', () => {
    expect(ids(file(profile('a'), profile('b', { region: 7 }), profile('c')))).toEqual(['a', 'c'])
  })

  test('that was cut off keeps every profile before the cut', () => {
    const text = file(profile('a'), profile('b'), profile('c'))
    const cut = text.slice(0, text.indexOf('"c"') + 30)
    expect(ids(cut)).toEqual(['a', 'b'])
  })

  test('with nonsense in the middle keeps the profiles around it', () => {
    const text = file(profile('a'), profile('b'), profile('c'))
    expect(ids(text.replace('"Profile b"', '"Profile b" @@ '))).toEqual(['a', 'c'])
  })

  test('gives nothing where nothing can be read', () => {
    for (const text of ['', 'null', '[]', '{"profiles": 7}', '['.repeat(100_000), 'x'.repeat(9)])
      expect(ids(text)).toBeUndefined()
  })

  test('never throws, whatever is changed in it', () => {
    const text = file(profile('a'), profile('b'))
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.string({ unit: 'binary' }),
        (at, gone, put) => {
          const kept = ids(text.slice(0, at) + put + text.slice(at + gone))
          expect((kept ?? []).length).toBeLessThanOrEqual(2)
        },
      ),
      { numRuns: Number(process.env['AUTHSCOPE_FUZZED_INPUTS'] ?? 100) },
    )
  }, 120_000)
})

test('settings.json keeps what is right in it', () => {
  const settings = { ...defaultSettings, theme: 'dark', zoom: 'large' }
  const text = JSON.stringify({ version: 1, settings, window: { x: 'left' }, lastProfileId: 'p' })
  const salvaged = salvage(text, settingsFile, emptySettingsFile)?.value
  expect(salvaged).toEqual({
    settings: { ...defaultSettings, theme: 'dark' },
    lastProfileId: 'p',
  })
})
