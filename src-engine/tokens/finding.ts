/** One thing that was found out about a token. */
export interface Finding {
  /** Stable, as in `audience-mismatch`. */
  readonly code: string
  readonly level: 'good' | 'note' | 'bad'
  readonly text: string
}

/** Makes a finding. */
export const finding = (level: Finding['level'], code: string, text: string): Finding => ({
  code,
  level,
  text,
})
