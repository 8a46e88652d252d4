import { extname, join, sep } from 'node:path'

/** The scheme and the host that the window is served from. */
export const scheme = 'app'
export const origin = `${scheme}://authscope`

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A file of the window, and what it is. */
export interface ServedFile {
  readonly path: string
  readonly contentType: string
}

/**
 * The file that an address of the window means, or undefined when it means none: another host, a
 * kind of file that the window has not, or a path that leads out of the folder.
 */
export function servedFile(folder: string, address: string): ServedFile | undefined {
  if (!URL.canParse(address)) return undefined
  const { host, pathname, protocol } = new URL(address)
  if (`${protocol}//${host}` !== origin) return undefined
  let relative: string
  try {
    relative = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  // A backslash is a separator on Windows alone; a null byte ends a path in some system calls.
  if (/[\\\0]/.test(relative)) return undefined
  const path = join(folder, relative === '/' ? 'index.html' : relative)
  const contentType = contentTypes[extname(path)]
  if (contentType === undefined || !path.startsWith(folder + sep)) return undefined
  return { path, contentType }
}
