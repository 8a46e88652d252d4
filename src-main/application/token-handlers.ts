import { BridgeError } from '#contract/failure.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunParts } from './run-handlers.ts'

/** Tokens, read and checked. */
export function tokenHandlers(
  _parts: Pick<Application, 'profiles'> & Pick<RunParts, 'runs'>,
): HandlersOf<'token'> {
  return {
    'token.check': () => {
      throw new BridgeError('not-there', 'Checking tokens is not there yet.')
    },
    'token.read': () => {
      throw new BridgeError('not-there', 'Checking tokens is not there yet.')
    },
  }
}
