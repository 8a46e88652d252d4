import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** A signature as a padding fault gives it: whole, and of something else. */
export const wrongProof: RequestFault = {
  name: 'wrong-proof',
  title: 'A wrong SRP signature',
  provokes: 'NotAuthorizedException: Incorrect username or password.',
  make: (request) => {
    const { PASSWORD_CLAIM_SIGNATURE: signature } = valuesOf(request)
    const other = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
    return signature
      ? withValues(request, { PASSWORD_CLAIM_SIGNATURE: changed(signature, other) })
      : undefined
  },
}
