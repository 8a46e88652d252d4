import { secretHash } from '../../secret-hash/secret-hash.ts'
import { revealText } from '../../secret/secret.ts'
import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** The hash of the answer is computed over what was typed, not over USER_ID_FOR_SRP. */
export const secretHashOverAlias: RequestFault = {
  name: 'secret-hash-over-alias',
  title: 'SECRET_HASH over the alias that was typed',
  provokes: 'NotAuthorizedException: Unable to verify secret hash',
  make: (request, { client: { clientId, clientSecret }, typedName }) => {
    const { SECRET_HASH, USERNAME } = valuesOf(request)
    if (!clientSecret || !SECRET_HASH || !USERNAME || revealText(USERNAME) === typedName)
      return undefined
    return withValues(request, { SECRET_HASH: secretHash(clientSecret, typedName, clientId) })
  },
}
