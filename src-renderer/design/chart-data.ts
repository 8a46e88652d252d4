/** A colour of the theme, by its name among the tokens. */
export type ChartTone = 'ok' | 'bad' | 'accent' | 'ask' | 'ink-3'

/** One column of a chart’s table; drawn where it has values. */
export interface ChartColumn {
  readonly name: string
  /** What the table says, a cell for each label. */
  readonly cells: readonly string[]
  /** The cells are words, not numbers. */
  readonly words?: boolean
  readonly drawn?: { readonly values: readonly number[]; readonly tone: ChartTone }
}

/** Numbers by label, as a chart draws them and a table lists them. */
export interface ChartData {
  /** What the labels are: the heading of the table’s first column. */
  readonly heading: string
  readonly labels: readonly string[]
  readonly columns: readonly ChartColumn[]
}
