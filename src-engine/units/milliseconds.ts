/** A measured time to the microsecond: what a clock gives beyond that is noise. */
export const roundedMs = (ms: number): number => Math.round(ms * 1000) / 1000
