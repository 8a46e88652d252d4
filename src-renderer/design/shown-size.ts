/** A number of bytes for a person, in units of 1000. */
export const shownSize = (bytes: number): string =>
  bytes < 1000 ? `${String(bytes)} B` : `${(bytes / 1000).toFixed(1)} kB`
