import type { System } from './system.ts'

/** The desktop, and whether a path is one that the person has chosen to save a file at. */
export interface SavedFiles {
  readonly system: System
  readonly isSaved: (path: string) => boolean
}

/** Remembers where files were saved, since the window may show only those in their folder. */
export function savedFiles(desktop: System): SavedFiles {
  const paths = new Set<string>()
  return {
    isSaved: (path) => paths.has(path),
    system: {
      ...desktop,
      askWhereToSave: async (fileName) => {
        const path = await desktop.askWhereToSave(fileName)
        if (path !== undefined) paths.add(path)
        return path
      },
    },
  }
}
