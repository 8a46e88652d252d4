import { defineFact } from './define-fact.ts'
import { nameKind, type NameKind } from './name-kind.ts'

/**
 * How USER_ID_FOR_SRP relates to the typed name. For a user who does not exist Cognito
 * invents one, and that is a UUID (cognito-facts 10).
 */
export const userIdForSrpFact = defineFact<{
  kind: NameKind
  typed: 'the same' | 'the same in another case' | 'another'
  typedKind: NameKind
}>({
  name: 'user-id-for-srp',
  title: 'USER_ID_FOR_SRP',
  valueTitles: {
    kind: 'form',
    typed: 'compared with the username typed',
    typedKind: 'form of the username typed',
  },
  of: ({ names: { typed, userIdForSrp } = {} }) => {
    if (userIdForSrp === undefined || typed === undefined) return undefined
    const isSame = userIdForSrp === typed
    const isSameButCase = userIdForSrp.toLowerCase() === typed.toLowerCase()
    return {
      kind: nameKind(userIdForSrp),
      typed: isSame ? 'the same' : isSameButCase ? 'the same in another case' : 'another',
      typedKind: nameKind(typed),
    }
  },
})
