const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EACCES: 'You do not have permission to read this file.',
  EPERM: 'You do not have permission to read this file.',
  EISDIR: 'This is a folder. Open a file in it.',
  ENOSPC: 'The disk is full.',
}

/** The folder, not the file, is what a place to write to lacks. */
const writeReasons: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'There is no such folder.',
  ENOTDIR: 'There is no such folder.',
  EACCES: 'You do not have permission to write there.',
  EPERM: 'You do not have permission to write there.',
  EISDIR: 'This is a folder. Name a file in it.',
  EROFS: 'The file system is read-only.',
}

/** The end that a file has while it is written beside its place. */
const temporaryEnd = /\.\d+-[\da-f]+\.part$/

/** Why a file cannot be read, in a sentence without its name. */
export function reasonOfFileError(error: unknown): string {
  const { code } = fileErrorOf(error) ?? {}
  return (
    reasons[code ?? ''] ??
    (code?.startsWith('Z_')
      ? 'The compressed file is damaged or truncated.'
      : `The file could not be read (${code ?? 'unknown reason'}).`)
  )
}

/** What to say of a file that could not be read or written; undefined for every other error. */
export function messageOfFileError(error: unknown): string | undefined {
  const found = fileErrorOf(error)
  if (!found) return undefined
  const { code, path } = found
  if (path === undefined) return code === 'EISDIR' ? reasons[code] : undefined
  const reason = (temporaryEnd.test(path) ? writeReasons : reasons)[code]
  return reason === undefined ? undefined : `${path.replace(temporaryEnd, '')}: ${reason}`
}

/** The code of a system error, as in `ENOSPC`: all of it that may be repeated; else `unknown`. */
export const codeOfError = (error: unknown): string => fileErrorOf(error)?.code ?? 'unknown'

function fileErrorOf(
  error: unknown,
): { readonly code: string; readonly path?: string } | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined
  return { code: String(error.code), ...(path !== undefined && { path }) }
}
