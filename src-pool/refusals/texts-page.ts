import type { RefusalText, Certainty } from './refusal.ts'
import { sourcesOfExceptions, textSources } from './sources.ts'
import { capitalized } from '#engine/units/capitalized.ts'

/** Refusals by name; one that quotes the call is a function of what it quotes. */
type Refusals = Readonly<Record<string, RefusalText | ((...values: never[]) => RefusalText)>>

const order: readonly Certainty[] = ['confirmed', 'reported', 'assumed']

const meaning: Readonly<Record<Certainty, string>> = {
  confirmed: 'Known from AWS itself or from an answer of the real service that somebody recorded.',
  reported: 'Several independent sources quote it, or code that follows the real service has it.',
  assumed: 'Our guess: nothing better could be found.',
}

/** docs/practice-pool-texts.md: every text of a refusal, how sure it is, and where it is from. */
export function textsPage(refusals: readonly Refusals[]): string {
  const texts = refusals.flatMap((some) => Object.values(some)).map(exampleOf)
  const section = (certainty: Certainty) => {
    const rows = texts.filter((text) => text.certainty === certainty).map(rowOf)
    return `## ${capitalized(certainty)}

${meaning[certainty]}

| exception | text | source |
| --- | --- | --- |
${[...new Set(rows)].sort().join('\n')}`
  }
  return `# Texts of refusals

What the practice pool refuses calls with, and how sure it is that Cognito says the same. Each answer says so in its header \`x-authscope-text\`. “…” stands for what a text quotes. A source is an issue of a public repository or a page of AWS’s documentation; where a number of projects is given, so many quote the text, in messages for their users or in tests. This page is written by \`src-pool/refusals/texts-page.test.ts\`.

${order.map(section).join('\n\n')}
`
}

const exampleOf = (one: RefusalText | ((...values: never[]) => RefusalText)): RefusalText => {
  if (typeof one !== 'function') return one
  // A list, a number and a text all show as an ellipsis.
  const quoted = Object.assign(['…'], { toString: () => '…' })
  return one(...(Array.from({ length: Math.max(one.length, 1) }, () => quoted) as never[]))
}

function rowOf({ type, message = '', certainty }: RefusalText): string {
  // What is quoted may be all there is of a text.
  const text = [message].join('').trim().replaceAll('|', '\\|')
  const known = textSources.find(([start]) => text.startsWith(start))
  const source =
    known?.[1] ?? sourcesOfExceptions[type] ?? (certainty === 'assumed' ? '' : 'not noted')
  return `| ${type} | ${text || '(none)'} | ${source} |`
}
