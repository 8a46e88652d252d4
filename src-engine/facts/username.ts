import { defineFact } from './define-fact.ts'
import { edgesOf, type Edges } from './edges.ts'
import { memberOf } from './known-call.ts'
import { nameKind, type NameKind } from './name-kind.ts'

/** The form of the username that was sent: a redacted export has only a mark of it. */
export const usernameFact = defineFact<{
  edges: Edges
  kind: NameKind
  upperCase: boolean
}>({
  name: 'username',
  title: 'Username',
  valueTitles: {
    edges: 'first and last characters',
    kind: 'form',
    upperCase: 'has uppercase letters',
  },
  of: (call) => {
    const name = memberOf(call, 'USERNAME', 'Username')
    if (name === undefined) return undefined
    return {
      edges: edgesOf(name),
      kind: nameKind(name),
      upperCase: name !== name.toLowerCase(),
    }
  },
})
