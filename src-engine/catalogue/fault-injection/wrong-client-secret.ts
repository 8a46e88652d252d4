import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** The hash as another client secret would give it. */
export const wrongClientSecret: RequestFault = {
  name: 'wrong-client-secret',
  title: 'SECRET_HASH with another client secret',
  provokes: 'NotAuthorizedException: Unable to verify secret hash',
  make: (request) => {
    const { SECRET_HASH } = valuesOf(request)
    const other = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
    return SECRET_HASH
      ? withValues(request, { SECRET_HASH: changed(SECRET_HASH, other) })
      : undefined
  },
}
