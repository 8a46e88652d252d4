import { reveal } from '../secret/secret.ts'
import { defineFact } from './define-fact.ts'
import { edgesOf, type Edges } from './edges.ts'
import { memberOf } from './known-call.ts'

/** The form of the password that was sent, or that the proof was computed from. */
export const passwordFact = defineFact<{
  edges: Edges
  empty: boolean
  /** Whether it contains characters that a keyboard or an encoding can change on the way. */
  characters: 'ASCII' | 'beyond ASCII'
}>({
  name: 'password',
  title: 'Password',
  valueTitles: {
    edges: 'first and last characters',
    empty: 'empty',
    characters: 'characters',
  },
  of: (call) => {
    const proved =
      call.password &&
      memberOf(call, 'PASSWORD_CLAIM_SIGNATURE') !== undefined &&
      memberOf(call, 'DEVICE_KEY') === undefined
        ? reveal(call.password)
        : undefined
    const text = memberOf(call, 'PASSWORD', 'Password', 'PreviousPassword') ?? proved
    if (text === undefined) return undefined
    const characters = /^[\x20-\x7e\s]*$/.test(text) ? 'ASCII' : 'beyond ASCII'
    return { edges: edgesOf(text), empty: text === '', characters }
  },
})
