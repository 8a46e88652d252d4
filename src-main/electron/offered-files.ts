/** Files that the person offered: by opening them with the application, or in its window. */
export interface OfferedFiles {
  /** The desktop gave these to open. They wait until the window takes them. */
  readonly offer: (paths: readonly string[]) => void
  /** The one that waits longest. */
  readonly take: () => string | undefined
  /** Sets who is told of each offer. */
  readonly listen: (listener: () => void) => void
  /** This one was dropped onto the window or pasted, which names it itself. */
  readonly dropped: (path: string) => void
  /** Whether a file was offered in any of these ways. */
  readonly isOffered: (path: string) => boolean
}

/** Files wait here: the window may still be loading, or show a dialog that has to be closed first. */
export function offeredFiles(): OfferedFiles {
  const waiting: string[] = []
  const offered = new Set<string>()
  let told: () => void = () => undefined
  return {
    offer: (paths) => {
      for (const path of paths) offered.add(path)
      waiting.push(...paths)
      if (paths.length > 0) told()
    },
    take: () => waiting.shift(),
    listen: (listener) => {
      told = listener
    },
    dropped: (path) => {
      offered.add(path)
    },
    isOffered: (path) => offered.has(path),
  }
}

/** The files that a second instance named when it left its place to the first. */
export function filesOf(data: unknown): readonly string[] {
  const files: unknown = (data as { readonly files?: unknown } | null | undefined)?.files
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
}
