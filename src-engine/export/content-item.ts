/** One kind of thing that an export contains, in plain words, and how often. */
export interface ContentItem {
  readonly what: string
  readonly count: number
}
