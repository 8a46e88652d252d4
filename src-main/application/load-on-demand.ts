/** A part of the application that is loaded with its first use. */
export interface OnDemand<Part> {
  /** A load that failed is tried again with the next use. */
  readonly get: () => Promise<Part>
  /** What was loaded, or is being loaded; undefined when nothing has asked for it. */
  readonly present: () => Promise<Part> | undefined
}

/** Loads a part once, with its first use. */
export function loadOnDemand<Part>(load: () => Promise<Part>): OnDemand<Part> {
  let loaded: Promise<Part> | undefined
  return {
    get: () =>
      (loaded ??= load().catch((error: unknown) => {
        loaded = undefined
        throw error
      })),
    present: () => loaded,
  }
}
