import { expect, it } from 'vitest'
import { fieldHelp } from './field-help.ts'

it('an option’s help names the member that it sets, unless its label is the name', () => {
  expect(fieldHelp({ label: 'Step up from', name: 'CHALLENGE' })).toBe('Step up from (CHALLENGE).')
  expect(fieldHelp({ label: 'Device key', name: 'DEVICE_KEY' })).toBe('Device key.')
})
