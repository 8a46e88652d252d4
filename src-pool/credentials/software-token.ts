import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { SoftwareToken } from '../state/pool.ts'
import { isSameText } from './same-text.ts'

/**
 * Tries a code of an authenticator application: of this half minute, the one before or the one
 * after. A code that was right once is remembered until its time is over.
 */
export function useSoftwareToken(
  token: SoftwareToken,
  code: string,
  now: number,
): 'right' | 'wrong' | 'used before' {
  const step = totpStep(now)
  const window = [step, step - 1, step + 1]
  const matching = window.find((candidate) => isSameText(code, totpCode(token.secret, candidate)))
  if (matching === undefined) return 'wrong'
  if (token.usedSteps.includes(matching)) return 'used before'
  token.usedSteps = [...token.usedSteps.filter((used) => used >= step - 1), matching]
  return 'right'
}
