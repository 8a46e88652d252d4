import { reveal } from '../secret/secret.ts'
import { totpCode, totpStep } from '../totp/totp.ts'
import { defineFact } from './define-fact.ts'
import { memberOf } from './known-call.ts'

/** How many 30-second steps to either side a code is looked for: a quarter of an hour. */
const maxDistance = 30

/** Of which 30-second step a TOTP code is, where its secret is known. */
export const totpCodeFact = defineFact<{
  of: 'a step that was found' | 'another secret, or a time further away'
  /** Steps that the code is ahead of the sender's clock; negative for an older one. */
  stepsAhead: number
}>({
  name: 'totp-code',
  title: 'TOTP code',
  valueTitles: {
    of: 'time step',
    stepsAhead: 'steps ahead of the sender’s clock',
  },
  of: (call) => {
    const code = memberOf(call, 'SOFTWARE_TOKEN_MFA_CODE', 'UserCode')?.replace(/\s/g, '')
    if (code === undefined || !call.totpSecret) return undefined
    const secret = reveal(call.totpSecret)
    const now = totpStep(call.at)
    try {
      for (let distance = 0; distance <= maxDistance; distance += 1)
        for (const stepsAhead of distance === 0 ? [0] : [-distance, distance])
          if (totpCode(secret, now + stepsAhead) === code)
            return { of: 'a step that was found', stepsAhead }
    } catch {
      // The secret is not base32: no code can be computed, which another fact says.
      return undefined
    }
    return { of: 'another secret, or a time further away', stepsAhead: 0 }
  },
})
