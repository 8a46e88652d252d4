import { readToken } from '../tokens/read-token.ts'
import { defineFact } from './define-fact.ts'
import { edgesOf, type Edges } from './edges.ts'
import { memberOf } from './known-call.ts'
import { tokenKind, type TokenKind } from './token-kind.ts'

/** The scope that operations for a user want. */
const adminScope = 'aws.cognito.signin.user.admin'

/** What was sent as the access token, and what it says about itself. */
export const accessTokenFact = defineFact<{
  kind: TokenKind
  edges: Edges
  /** Whether it has the scope that operations for a user want. */
  scope: 'has it' | 'lacks it' | 'not known'
  /** Milliseconds since it expired, by the sender's clock; negative while it is valid. */
  expiredMs: number
  pool: 'this one' | 'another one' | 'not known'
  client: 'this one' | 'another one' | 'not known'
}>({
  name: 'access-token',
  title: 'Access token',
  valueTitles: {
    kind: 'kind of token',
    edges: 'first and last characters',
    scope: 'scope aws.cognito.signin.user.admin',
    expiredMs: 'time since it expired',
    pool: 'user pool',
    client: 'app client',
  },
  of: (call) => {
    const text = memberOf(call, 'AccessToken', 'ACCESS_TOKEN')
    if (text === undefined) return undefined
    const { claims = {} } = readToken(text.trim())
    const { client_id: client, exp, iss, scope } = claims
    return {
      kind: tokenKind(text),
      edges: edgesOf(text),
      scope:
        typeof scope === 'string'
          ? scope.split(' ').includes(adminScope)
            ? 'has it'
            : 'lacks it'
          : 'not known',
      expiredMs: typeof exp === 'number' ? call.at - exp * 1000 : 0,
      pool: typeof iss === 'string' ? isThis(iss.split('/').at(-1), call.userPoolId) : 'not known',
      client: isThis(client, call.clientId),
    }
  },
})

const isThis = (value: unknown, known: string | undefined) =>
  typeof value !== 'string' || known === undefined || known === ''
    ? 'not known'
    : value === known
      ? 'this one'
      : 'another one'
