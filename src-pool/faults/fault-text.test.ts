import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faults } from './index.ts'
import { whichCalls } from './fault.ts'
import { parseFaultText, faultLines } from './fault-text.ts'

describe('the page on the practice pool', () => {
  const page = readFileSync(new URL('../../docs/practice-pool.md', import.meta.url), 'utf8')

  it.each(faults)('has a row for $name with its own settings', ({ name, settings }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``))
    const own = Object.keys(settings).filter((key) => !(key in whichCalls))
    expect(own.filter((key) => !row?.includes(`\`${key}\``))).toEqual([])
    expect(row).toBeDefined()
  })
})

describe('a fault on the command line', () => {
  it('reads numbers, flags and operations, and fills in the defaults', () => {
    expect(parseFaultText('clock-skew:seconds=-90')).toEqual({
      name: 'clock-skew',
      settings: { seconds: -90 },
    })
    expect(parseFaultText('throttling:operations=GetUser+InitiateAuth,times=2')).toEqual({
      name: 'throttling',
      settings: { operations: ['GetUser', 'InitiateAuth'], times: 2, every: 1, percent: 100 },
    })
    expect(parseFaultText('risk-demands-mfa:block=true').settings).toEqual({ block: true })
  })

  it('lists the valid names when a name or a setting is wrong', () => {
    expect(() => parseFaultText('slow')).toThrow(/no fault “slow”; there are clock-skew, latency/)
    expect(() => parseFaultText('latency:milliseconds=soon')).toThrow(
      /latency takes milliseconds, jitter.*: milliseconds must be a number, not NaN\.$/,
    )
    expect(() => parseFaultText('latency:milliseconds=1.5')).toThrow(
      /: milliseconds must be a whole number\.$/,
    )
    expect(() => parseFaultText('throttling:often=1')).toThrow(/There is no “often” here/)
  })

  it('has a help line for each fault, which it can read itself', () => {
    const lines = faultLines().filter((line) => line.startsWith(' '))
    expect(lines.map((line) => parseFaultText(line.trim()).name)).toEqual(
      faults.map(({ name }) => name),
    )
  })
})
