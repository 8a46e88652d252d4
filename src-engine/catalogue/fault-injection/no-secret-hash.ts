import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** A client with a secret calls as if it had none. */
export const noSecretHash: RequestFault = {
  name: 'no-secret-hash',
  title: 'No SECRET_HASH',
  provokes:
    'NotAuthorizedException: Client is configured with secret but SECRET_HASH was not received',
  make: (request) =>
    valuesOf(request)['SECRET_HASH'] === undefined
      ? undefined
      : withValues(request, { SECRET_HASH: undefined }),
}
