// Chains of real sign-ins at the practice pool, one for each case of the conformance suite.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ChainBuilder } from '#engine/import/chain-builder.ts'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import { recordChains, recordRefreshes, type RecordedChain } from './recorded-chains-under-test.ts'

const cases = import.meta.glob<SignInCase>('/src-pool/conformance/cases/*.case.ts', {
  eager: true,
  import: 'default',
})

let chains: readonly RecordedChain[]
beforeAll(async () => {
  chains = [...(await recordChains(cases)), await recordRefreshes()]
}, 120_000)

/** The calls of several chains in an order that keeps that of each. */
function interleaved(
  of: readonly RecordedChain[],
  order: readonly number[],
): readonly RecordedCall[] {
  const waiting = of.map(({ calls }) => [...calls])
  const result: RecordedCall[] = []
  for (let at = 0; waiting.some((calls) => calls.length > 0); at += 1) {
    const open = waiting.filter((calls) => calls.length > 0)
    const next = open[(order[at % order.length] ?? 0) % open.length]?.shift()
    if (next) result.push(next)
  }
  return result
}

/** The calls that a builder puts into one chain, chain by chain. */
function separated(calls: readonly RecordedCall[]): readonly (readonly RecordedCall[])[] {
  const builder = new ChainBuilder()
  const found = new Map<number, RecordedCall[]>()
  for (const call of calls) {
    const { chain } = builder.place(call)
    found.set(chain, [...(found.get(chain) ?? []), call])
  }
  return [...found.values()]
}

describe('chains of recorded sign-ins', () => {
  it('are many, and have more than one call', () => {
    expect(chains.length).toBeGreaterThan(50)
    expect(chains.filter(({ calls }) => calls.length > 1).length).toBeGreaterThan(40)
  })

  it('are separated however they were interleaved', () => {
    const some = fc.uniqueArray(fc.nat(chains.length - 1), { minLength: 1, maxLength: 8 })
    const order = fc.array(fc.nat(7), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(some, order, (chosen, turns) => {
        const of = chosen.flatMap((index) => chains[index] ?? [])
        const calls = interleaved(of, turns)
        const found = separated(calls)
        expect(found).toHaveLength(of.length)
        for (const { calls: original } of of) expect(found).toContainEqual(original)
      }),
      { numRuns: 150 },
    )
  })

  it('count their calls, and say what links each', () => {
    const builder = new ChainBuilder()
    const refreshes = chains.at(-1)?.calls ?? []
    const places = refreshes.map((call) => builder.place(call))
    expect(places.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(places[0]?.start).toEqual({ kind: 'whole' })
    expect(places.slice(1).map(({ link }) => link)).toEqual([
      'refresh token',
      'access token',
      'refresh token',
      'access token',
      'refresh token',
      'access token',
      'refresh token',
      'refresh token',
    ])
  })

  it('are marked as begun before the recording when their beginning is missing', () => {
    for (const { calls, name } of chains.filter((chain) => chain.calls.length > 1)) {
      const builder = new ChainBuilder()
      const [first, ...rest] = calls.slice(1).map((call) => builder.place(call))
      expect(first?.start?.kind, name).toBe('began before')
      for (const { chain } of rest) expect(chain, name).toBe(1)
    }
  })
})
