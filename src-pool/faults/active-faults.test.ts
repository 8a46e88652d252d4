import { describe, expect, it } from 'vitest'
import { createActiveFaults } from './active-faults.ts'
import { faults } from './index.ts'
import { settingsSchema } from './settings-schema.ts'

const half = () => Uint8Array.of(128, 0)

function withFault(name: string, inputs: object, randomBytes: () => Uint8Array = half) {
  let changes = 0
  const active = createActiveFaults(randomBytes, () => {
    changes += 1
  })
  const one = faults.find((fault) => fault.name === name)
  if (!one) throw new Error(`no fault ${name}`)
  active.turnOn(name, settingsSchema(one).parse(inputs))
  const hit = (operation = 'InitiateAuth') =>
    active.injectFault(operation, ['refusal']).length === 1
  return { active, hit, changes: () => changes }
}

describe('which calls a fault hits', () => {
  it('ends after the number of calls that was set, and is then off', () => {
    const { active, hit } = withFault('throttling', { times: 2 })
    expect([hit(), hit(), hit()]).toEqual([true, true, false])
    expect(active.list()).toEqual([])
  })

  it('hits every third call and no other', () => {
    const { active, hit } = withFault('throttling', { every: 3 })
    expect([hit(), hit(), hit(), hit(), hit(), hit()]).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ])
    expect(active.list()).toMatchObject([{ name: 'throttling', hits: 2 }])
  })

  it('skips operations that were not chosen, and does not count them', () => {
    const { hit } = withFault('throttling', { operations: ['GetUser'], every: 2 })
    expect(hit('GetUser')).toBe(false)
    expect(hit('InitiateAuth')).toBe(false)
    expect(hit('GetUser')).toBe(true)
  })

  it('hits a share of calls by chance', () => {
    expect(withFault('throttling', { percent: 50 }).hit()).toBe(false)
    expect(withFault('throttling', { percent: 51 }).hit()).toBe(true)
  })

  it('leaves a fault that acts elsewhere alone, so that no call counts twice', () => {
    const { active, hit } = withFault('latency', { times: 1, milliseconds: 100, jitter: 10 })
    expect(hit()).toBe(false)
    expect(active.injectFault('InitiateAuth', ['answer', 'cut', 'delay'])).toEqual([
      { kind: 'delay', milliseconds: 105 },
    ])
  })
})

describe('the list of active faults', () => {
  it('notifies its listener of every beginning, hit and end', () => {
    const { active, hit, changes } = withFault('throttling', {})
    hit()
    active.turnOff('throttling')
    active.turnOff('throttling')
    expect(changes()).toBe(3)
  })

  it('refuses a name that nobody knows', () => {
    const { active } = withFault('throttling', {})
    expect(() => {
      active.turnOn('bad-mood', {})
    }).toThrow('there is no fault bad-mood')
  })

  it('turns off every other fault', () => {
    const { active } = withFault('throttling', {})
    active.only({ 'clock-skew': { seconds: -5 }, latency: undefined })
    expect(active.list().map(({ name }) => name)).toEqual(['clock-skew'])
    expect(active.clockAhead()).toBe(-5000)
  })
})
