import { defineFact } from './define-fact.ts'
import { edgesOf, type Edges } from './edges.ts'
import { memberOf } from './known-call.ts'
import { tokenKind, type TokenKind } from './token-kind.ts'

/** What was sent as the refresh token, by its form alone. */
export const refreshTokenFact = defineFact<{ kind: TokenKind; edges: Edges; length: number }>({
  name: 'refresh-token',
  title: 'Refresh token',
  valueTitles: {
    kind: 'kind of token',
    edges: 'first and last characters',
    length: 'length',
  },
  of: (call) => {
    const text =
      memberOf(call, 'REFRESH_TOKEN', 'RefreshToken') ??
      (call.operation === 'RevokeToken' ? memberOf(call, 'Token') : undefined)
    if (text === undefined) return undefined
    return { kind: tokenKind(text), edges: edgesOf(text), length: text.length }
  },
})
