/** Files that the desktop gave the application to open, until the window takes them. */
export interface OfferedFiles {
  readonly offer: (paths: readonly string[]) => void
  /** The one that waits longest. */
  readonly take: () => string | undefined
  /** Sets who is told of each offer. */
  readonly listen: (listener: () => void) => void
}

/** Files wait here: the window may still be loading, or show a dialog that has to be closed first. */
export function offeredFiles(): OfferedFiles {
  const waiting: string[] = []
  let told: () => void = () => undefined
  return {
    offer: (paths) => {
      waiting.push(...paths)
      if (paths.length > 0) told()
    },
    take: () => waiting.shift(),
    listen: (listener) => {
      told = listener
    },
  }
}

/** The files that a second instance named when it left its place to the first. */
export function filesOf(data: unknown): readonly string[] {
  const files: unknown = (data as { readonly files?: unknown } | null | undefined)?.files
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
}
