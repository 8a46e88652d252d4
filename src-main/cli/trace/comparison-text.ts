import type { ComparisonWithGood, DifferenceFromGood } from '#engine/compare/compare-with-good.ts'
import type { RunComparison } from '#engine/compare/compare-runs.ts'
import type { Difference } from '#engine/compare/difference.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'

const maxShown = 200

/** Two runs side by side, for people. @param all what is new in every sign-in too */
export function comparisonText(comparison: RunComparison, paint: Paint, all: boolean): string {
  const { run, same, steps } = comparison
  const shown = (differences: readonly Difference[]) =>
    differences
      .filter(({ expected }) => all || !expected)
      .map((difference) => differenceText(difference, paint))
      .join('')
  return [
    same
      ? `${paint.good('No difference')}, except what is new in every sign-in.\n`
      : differentText(comparison, paint),
    shown(run),
    ...steps.map(({ differences, left, right, title }, index) => {
      const text = shown(differences)
      if (text === '') return ''
      const sides = `${left === undefined ? '–' : String(left)} | ${right === undefined ? '–' : String(right)}`
      return `\n${paint.strong(`Step ${String(index + 1)}`)} ${stripControlCharacters(title)} ${paint.faint(sides)}\n${text}`
    }),
  ].join('')
}

function differentText(
  { firstDifference, onlyTiming }: Pick<RunComparison, 'firstDifference' | 'onlyTiming'>,
  paint: Paint,
): string {
  const what = onlyTiming ? 'Only timing differs' : 'Different'
  const where =
    firstDifference === undefined ? '' : `, first in step ${String(firstDifference + 1)}`
  return `${paint.bad(what)}${where}.\n`
}

function differenceText({ area, left, right, title }: Difference, paint: Paint): string {
  const side = (text: string | undefined) =>
    text === undefined ? paint.faint('absent') : shortened(stripControlCharacters(text))
  return `  ${paint.faint(area)} ${stripControlCharacters(title)}\n    ${paint.bad('−')} ${side(left)}\n    ${paint.good('+')} ${side(right)}\n`
}

const whoDiffers = {
  left: 'A differs from the good run',
  right: 'B differs from the good run',
  both: 'A and B differ from the good run',
  each: 'all three differ',
} as const

/** Two runs beside a good one, for people. @param all what is new in every sign-in too */
export function comparisonWithGoodText(
  comparison: ComparisonWithGood,
  paint: Paint,
  all: boolean,
): string {
  const { run, same, steps } = comparison
  const shown = (differences: readonly DifferenceFromGood[]) =>
    differences
      .filter(({ expected }) => all || !expected)
      .map((difference) => differenceFromGoodText(difference, paint))
      .join('')
  const number = (of: number | undefined) => (of === undefined ? '–' : String(of))
  return [
    same
      ? `${paint.good('No difference from the good run')}, except what is new in every sign-in.\n`
      : differentText(comparison, paint),
    shown(run),
    ...steps.map(({ differences, good, left, right, title }, index) => {
      const text = shown(differences)
      if (text === '') return ''
      const sides = `${number(good)} | ${number(left)} | ${number(right)}`
      return `\n${paint.strong(`Step ${String(index + 1)}`)} ${stripControlCharacters(title)} ${paint.faint(sides)}\n${text}`
    }),
  ].join('')
}

function differenceFromGoodText(
  { area, differs, good, left, right, title }: DifferenceFromGood,
  paint: Paint,
): string {
  const side = (name: string, text: string | undefined) =>
    `    ${name.padEnd(5)}${text === undefined ? paint.faint('absent') : shortened(stripControlCharacters(text))}\n`
  return `  ${paint.faint(area)} ${stripControlCharacters(title)}: ${whoDiffers[differs]}\n${side('good', good)}${side('A', left)}${side('B', right)}`
}

const shortened = (text: string): string =>
  text.length > maxShown ? `${text.slice(0, maxShown)}… (${String(text.length)} characters)` : text
