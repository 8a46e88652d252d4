import { expect, it } from 'vitest'
import { fieldHelp } from './field-help.ts'

it('an option’s help names the member that it sets, unless its label is the name', () => {
  expect(fieldHelp({ label: 'Step up from', name: 'CHALLENGE' })).toBe('Step up from (CHALLENGE).')
  expect(fieldHelp({ label: 'Device key', name: 'DEVICE_KEY' })).toBe('Device key.')
})

it('an option’s help lists the values of a choice, without the empty one', () => {
  const choices = ['', 'SRP_A', 'CUSTOM_CHALLENGE'].map((value) => ({ value, label: 'Round' }))
  expect(fieldHelp({ label: 'Starts with', name: 'CHALLENGE_NAME', choices })).toBe(
    'Starts with SRP_A|CUSTOM_CHALLENGE',
  )
})
