import type { Fact } from '../trace/fact.ts'
import type { FactName } from './define-fact.ts'
import { callFacts } from './index.ts'
import type { KnownCall } from './known-call.ts'

/**
 * What is known of the secrets of a call without showing them, as facts for its step. The
 * same for a call of our own, a watched one and an imported one: where less is known, fewer facts
 * come. Computed at once, in well under a millisecond.
 */
export const factsOf = (call: KnownCall): readonly Fact[] =>
  callFacts.flatMap(({ name, of }) => {
    const values = of(call)
    return values ? [{ name, values }] : []
  })

/**
 * The values of one fact among those of a step. A trace may come from elsewhere, so each value may
 * be missing or another than those that are known here.
 */
export const factAmong = <Values extends object>(
  facts: readonly Fact[],
  { name }: FactName<Values>,
): Partial<Values> | undefined =>
  facts.find((fact) => fact.name === name)?.values as Partial<Values> | undefined
