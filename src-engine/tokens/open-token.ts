import { reveal, type Secret } from '../secret/secret.ts'
import type { OpenToken } from '../trace/event.ts'
import { readToken } from './read-token.ts'

/**
 * A token as shown in an event: header and claims, never the signature.
 * @param mark what the sealer gave for this very token
 */
export function openToken(token: Secret, mark: string): OpenToken {
  const { claims, header, use } = readToken(reveal(token))
  const kind = kinds[token.kind]
  return {
    use: kind ?? (use === 'unknown' ? 'access' : use),
    mark,
    ...(header && { header }),
    ...(claims && { claims }),
  }
}

/** What AuthenticationResult called it counts for more than what it says of itself. */
const kinds: Readonly<Record<string, OpenToken['use']>> = {
  'id token': 'id',
  'access token': 'access',
  'refresh token': 'refresh',
}
