import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files that the desktop or a person named after the application's name: every argument before
 * the first switch. Desktops of Linux name them by URLs.
 * @param workingDirectory that relative names start from
 */
export function fileArguments(
  userArguments: readonly string[],
  workingDirectory: string,
): readonly string[] {
  const end = userArguments.findIndex((word) => word.startsWith('-'))
  return userArguments
    .slice(0, end < 0 ? undefined : end)
    .map((word) => pathOfUrl(word) ?? resolve(workingDirectory, word))
}

function pathOfUrl(word: string): string | undefined {
  if (!/^file:/i.test(word)) return undefined
  try {
    return fileURLToPath(word)
  } catch {
    // A URL of another machine's file; reading it as a name says that there is no such file.
    return undefined
  }
}
