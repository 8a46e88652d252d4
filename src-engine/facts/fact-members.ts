import type { Fact, FactValue } from '../trace/fact.ts'
import { shownLifetime } from '../units/duration.ts'
import { titleOfName, wordsOfName } from '../units/words-of-name.ts'
import type { FactName } from './define-fact.ts'
import { facts as everyFact } from './index.ts'

/**
 * The values of facts by fact and value, as in `history.wrongPasswords`, as people read them. What
 * says that there is nothing of the kind is left out. Facts and values that are not known here stay
 * as they are.
 */
export const factMembers = (facts: readonly Fact[]): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(
    facts.flatMap(({ name, values }) =>
      Object.entries(values)
        .filter(([value, of]) => noneOf(definitionOf(name))[value] !== of)
        .map(([value, of]) => [`${name}.${value}`, shownValue(value, of)]),
    ),
  )

/** What people read for `history.wrongPasswords`; the words of its name where it is not known here. */
export function factTitle(member: string): string {
  const [name = '', value = ''] = member.split('.')
  const definition = definitionOf(name)
  const titles: Readonly<Record<string, string>> = definition?.valueTitles ?? {}
  return `${definition?.title ?? titleOfName(name)}: ${titles[value] ?? wordsOfName(value)}`
}

const definitionOf = (name: string): FactName | undefined =>
  everyFact.find((definition) => definition.name === name)

const noneOf = (definition: FactName | undefined): Readonly<Record<string, unknown>> => ({
  ...definition?.none,
})

/** Values whose names end in `Ms` are milliseconds. */
const shownValue = (name: string, of: FactValue): FactValue =>
  typeof of === 'number' && name.endsWith('Ms') ? `${of < 0 ? '−' : ''}${shownLifetime(of)}` : of
