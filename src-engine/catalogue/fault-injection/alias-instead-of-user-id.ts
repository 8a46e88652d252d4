import { revealText } from '../../secret/secret.ts'
import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** The answer names the user as typed, where USER_ID_FOR_SRP is required. */
export const aliasInsteadOfUserId: RequestFault = {
  name: 'alias-instead-of-user-id',
  title: 'The alias instead of USER_ID_FOR_SRP',
  provokes: 'NotAuthorizedException',
  make: (request, { challenge, typedName }) => {
    const { USERNAME } = valuesOf(request)
    return challenge === undefined || !USERNAME || revealText(USERNAME) === typedName
      ? undefined
      : withValues(request, { USERNAME: typedName })
  },
}
