import { markPattern } from './mark-registry.ts'

/** What a redacted text has instead of a value: a mark, or a masked host. */
export const replacementPattern = new RegExp(
  `${markPattern.source}|\\bhost-[0-9a-f]{4,}\\.invalid\\b`,
)

/** A host that no resolver knows (RFC 6761), so that addresses stay addresses. */
export const maskedHost = (digest: string): string => `host-${digest}.invalid`

/** A piece of an open text: plain, or the mark of a secret. */
export interface TextPiece {
  readonly text: string
  readonly mark: boolean
}

/** Splits an open text at its marks, so that a view can show each as what it is. */
export function splitAtMarks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(markPattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), mark: false })
    pieces.push({ text: match[0], mark: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mark: false })
  return pieces
}
