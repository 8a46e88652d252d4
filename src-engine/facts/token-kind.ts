import { readToken } from '../tokens/read-token.ts'

/** What kind of text was entered where a token is expected. */
export type TokenKind =
  | 'access token'
  | 'id token'
  | 'refresh token'
  | 'refresh token, cut off'
  | 'token, cut off'
  | 'no token of Cognito'

/** Characters of the last part of a whole refresh token: the 16 bytes of an AES-GCM tag. */
const tagLength = 22

/** Tells by its form what a token is, whole or cut off. */
export function tokenKind(text: string): TokenKind {
  const token = text.trim()
  const parts = token.split('.')
  const header = token.startsWith('eyJ')
  // The header of Cognito's refresh tokens begins with {"cty":"JWT" (cognito-facts 13).
  if (header && (token.startsWith('eyJjdHkiOiJKV1QiLC') || parts.length === 5))
    return parts.length === 5 && parts[4]?.length === tagLength
      ? 'refresh token'
      : 'refresh token, cut off'
  const { use } = readToken(token)
  if (use === 'id') return 'id token'
  if (use === 'access') return 'access token'
  return header && parts.length <= 3 ? 'token, cut off' : 'no token of Cognito'
}
