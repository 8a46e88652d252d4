import { describe, expect, it } from 'vitest'
import type { PracticeFault } from '#contract/routes/practice.ts'
import { draftOf, settingsFrom } from './fault-draft.ts'

const fault: PracticeFault = {
  name: 'throttling',
  title: '',
  imitates: '',
  active: false,
  hits: 0,
  settings: [
    { name: 'times', title: '', kind: 'number', unit: '', value: 3 },
    { name: 'block', title: '', kind: 'flag', unit: '', value: true },
    { name: 'operations', title: '', kind: 'operations', unit: '', value: ['GetUser', 'SignUp'] },
  ],
}

describe('the settings of a fault as fields', () => {
  it('are unchanged when nothing is edited', () => {
    expect(draftOf(fault).operations).toBe('GetUser, SignUp')
    expect(settingsFrom(fault, draftOf(fault))).toEqual({
      times: 3,
      block: true,
      operations: ['GetUser', 'SignUp'],
    })
  })

  it('leave an emptied number at its default, and keep an empty list of operations', () => {
    expect(settingsFrom(fault, { times: ' ', operations: ' , ', block: 'false' })).toEqual({
      block: false,
      operations: [],
    })
  })
})
