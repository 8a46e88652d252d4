import type { RunComparison } from '#engine/compare/compare-runs.ts'
import type { Difference } from '#engine/compare/difference.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'

const maxShown = 200

/** Two runs side by side, for people. @param all what is new in every sign-in too */
export function comparisonText(
  { firstDifference, run, same, steps }: RunComparison,
  paint: Paint,
  all: boolean,
): string {
  const shown = (differences: readonly Difference[]) =>
    differences
      .filter(({ expected }) => all || !expected)
      .map((difference) => differenceText(difference, paint))
      .join('')
  return [
    same
      ? `${paint.good('The same')}, but for what is new in every sign-in.\n`
      : `${paint.bad('Different')}${firstDifference === undefined ? '' : `, first in step ${String(firstDifference + 1)}`}.\n`,
    shown(run),
    ...steps.map(({ differences, left, right, title }, index) => {
      const text = shown(differences)
      if (text === '') return ''
      const sides = `${left === undefined ? '–' : String(left)} | ${right === undefined ? '–' : String(right)}`
      return `\n${paint.strong(`Step ${String(index + 1)}`)} ${stripControlCharacters(title)} ${paint.faint(sides)}\n${text}`
    }),
  ].join('')
}

function differenceText({ area, left, member, right }: Difference, paint: Paint): string {
  const side = (text: string | undefined) =>
    text === undefined ? paint.faint('not there') : shortened(stripControlCharacters(text))
  return `  ${paint.faint(area)} ${stripControlCharacters(member)}\n    ${paint.bad('−')} ${side(left)}\n    ${paint.good('+')} ${side(right)}\n`
}

const shortened = (text: string): string =>
  text.length > maxShown ? `${text.slice(0, maxShown)}… (${String(text.length)} characters)` : text
