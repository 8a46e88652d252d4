import { BridgeError } from '#contract/failure.ts'
import type { System } from './system.ts'

/**
 * A path that the window names, once it is known that the person offered the file: a script in the
 * window reads no other.
 * @throws BridgeError `file-refused`
 */
export function offeredPath(
  { isOfferedFile }: Pick<System, 'isOfferedFile'>,
  path: string,
): string {
  if (isOfferedFile(path)) return path
  throw new BridgeError(
    'file-refused',
    'Only a file that was dropped, pasted or given to Authscope is opened this way. Open it again.',
  )
}
