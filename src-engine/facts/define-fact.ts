import type { FactValue } from '../trace/fact.ts'
import type { KnownCall } from './known-call.ts'

/** The name of a fact, which determines the types of its values. */
export interface FactName<Values extends object = object> {
  readonly name: string
  /** Never there; it ties the values to the name. */
  readonly values?: Values
}

/** One fact of a call: its name, and what computes its values. */
export interface FactDefinition<Values extends object = object> extends FactName<Values> {
  /** The values; nothing where the call has nothing that the fact is about. Never throws. */
  readonly of: (call: KnownCall) => (Values & Readonly<Record<string, FactValue>>) | undefined
}

/** Ties the values of a fact to its definition, so that rules read them with their types. */
export const defineFact = <Values extends Readonly<Record<string, FactValue>>>(
  fact: FactDefinition<Values>,
): FactDefinition<Values> => fact
