import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import type { NextMove, Place, Verdict } from '#engine/diagnosis/rule.ts'
import { stripControlCharacters, type Paint } from './paint.ts'
import { counted } from '#engine/units/counted.ts'

/** Longer values are cut: a session of a thousand characters says no more than its beginning. */
const maxValueLength = 90

/** A diagnosis for a terminal: each cause with its evidence and what to do, then what is excluded. */
export function diagnosisText(causes: readonly DiagnosedCause[], paint: Paint): string {
  if (causes.length === 0) return ''
  const shown = causes.filter(({ verdict }) => verdict !== 'excluded')
  const excluded = causes.filter(({ verdict }) => verdict === 'excluded')
  return [
    `\n${paint.strong('Why')}\n`,
    ...shown.map((cause) => causeText(cause, paint)),
    ...(excluded.length > 0 ? [excludedText(excluded, paint)] : []),
  ].join('')
}

function causeText({ code, evidence, next, title, verdict }: DiagnosedCause, paint: Paint): string {
  const colour = colourOf(verdict, paint)
  return [
    `  ${colour(verdict.padEnd(8))}  ${paint.strong(stripControlCharacters(title))}  ${paint.faint(code)}\n`,
    ...evidence.map((place) => `            ${placeText(place, paint)}\n`),
    ...next.map((move) => `            ${moveText(move, paint)}\n`),
  ].join('')
}

function placeText({ actual, member, step, text, where }: Place, paint: Paint): string {
  const at = step === 0 ? 'before' : `step ${String(step)} ${where}`
  const value = where === 'fact' || actual === '' ? '' : `${member}: ${short(actual)} · `
  return `${paint.faint(at.padEnd(16))} ${value}${stripControlCharacters(text)}`
}

const moveText = ({ kind, safety, text }: NextMove, paint: Paint): string =>
  kind === 'action' || kind === 'advice'
    ? `${paint.note('→')} ${stripControlCharacters(text)}`
    : `${paint.note('$')} ${stripControlCharacters(text)}${safety === 'as is' ? '' : paint.faint(`  (${safety})`)}`

function excludedText(excluded: readonly DiagnosedCause[], paint: Paint): string {
  return paint.faint(
    `  ${counted(excluded.length, 'cause')} excluded by this trace: ${excluded.map(({ code, rule }) => `${code} ${rule}`).join(', ')}\n`,
  )
}

function colourOf(verdict: Verdict, paint: Paint): (text: string) => string {
  switch (verdict) {
    case 'proved':
      return paint.bad
    case 'likely':
      return paint.note
    case 'possible':
    case 'excluded':
      return paint.faint
  }
}

function short(value: string): string {
  const line = stripControlCharacters(value).replaceAll(/\s+/g, ' ')
  return line.length > maxValueLength ? `${line.slice(0, maxValueLength)}…` : line
}
