import type { TokenReport } from '#contract/routes/tokens.ts'
import { absentClaims, explainClaim } from '#engine/tokens/claims.ts'
import { stripControlCharacters, type Paint } from './paint.ts'

const signs = { good: '✓', note: '·', bad: '✗' } as const

/** What was found out about a token, for people. */
export const findingsText = (findings: TokenReport['findings'], paint: Paint): string =>
  findings
    .map(({ level, text }) => `  ${paint[level](signs[level])} ${stripControlCharacters(text)}\n`)
    .join('')

/** A token for people: header and claims, with their meaning on request, and findings. */
export function tokenText(
  { claims, findings, header, summary, use }: TokenReport,
  paint: Paint,
  explained: boolean,
): string {
  const now = Date.now()
  const line = (name: string, value: unknown) =>
    `  ${paint.strong(stripControlCharacters(name))} ${stripControlCharacters(typeof value === 'string' ? value : JSON.stringify(value))}\n`
  const meaningOf = (name: string, value: unknown) => {
    const { meaning, reading } = explainClaim(name, value, { use, now })
    return `    ${paint.faint([reading, meaning].filter(Boolean).join(' · '))}\n`
  }
  const absent =
    explained && claims && (use === 'id' || use === 'access') ? absentClaims(use, claims) : []
  return [
    `${paint.strong(stripControlCharacters(summary))}\n`,
    ...Object.entries(header ?? {}).map(([name, value]) => line(name, value)),
    ...Object.entries(claims ?? {}).map(
      ([name, value]) => `${line(name, value)}${explained ? meaningOf(name, value) : ''}`,
    ),
    ...absent.map(({ name, why }) => `  ${paint.faint(`no ${name}: ${why}`)}\n`),
    // What is no token at all has its one finding as its summary.
    findingsText(
      findings.filter(({ text }) => text !== summary),
      paint,
    ),
  ].join('')
}
