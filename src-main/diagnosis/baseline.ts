import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'

/** What makes two causes of different files the same: the rule and what it says, without marks. */
export const fingerprint = ({ code, title }: Pick<DiagnosedCause, 'code' | 'title'>): string =>
  `${code} ${title.replaceAll(/‹[^›]*›|\d+/g, '#')}`

/**
 * The causes of an earlier `diagnose --format json`.
 * @throws SyntaxError when the text is none
 */
export function baselineKeys(text: string): ReadonlySet<string> {
  const document: unknown = JSON.parse(text)
  const traces =
    typeof document === 'object' && document !== null && 'traces' in document
      ? document.traces
      : undefined
  if (!Array.isArray(traces)) throw new SyntaxError('no traces')
  return new Set(
    (traces as readonly { readonly diagnosis?: readonly DiagnosedCause[] }[]).flatMap(
      ({ diagnosis = [] }) => diagnosis.map(fingerprint),
    ),
  )
}
