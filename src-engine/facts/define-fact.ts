import type { FactValue } from '../trace/fact.ts'
import type { KnownCall } from './known-call.ts'

/** A fact’s name, which determines the types of its values, and its titles. */
export interface FactName<Values extends object = object> {
  readonly name: string
  /** What the fact is about, as people read it. */
  readonly title: string
  /** What each of its values says, as people read it after the title. */
  readonly valueTitles: Readonly<Record<keyof Values & string, string>>
  /** The values that say that there is nothing of the kind. */
  readonly none?: Partial<Values>
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
