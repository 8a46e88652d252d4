import { reveal, Secret } from '../secret/secret.ts'
import type { ShownValue } from '../secret/shown-value.ts'
import { totpCode, totpStep } from './totp.ts'

/**
 * The code that an authenticator app would show now, with the way to it; nothing when the secret
 * is not base32 text.
 * @param now milliseconds since 1970
 */
export function computedCode(
  secretCode: Secret,
  now: number,
): { readonly code: Secret; readonly shown: readonly ShownValue[] } | undefined {
  const step = totpStep(now)
  try {
    const code = Secret.of('code', totpCode(reveal(secretCode), step))
    return {
      code,
      shown: [
        { name: 'step', value: String(step), note: '30-second steps since 1970' },
        { name: 'code', value: code, note: 'HMAC-SHA1 of the step, truncated to six digits' },
      ],
    }
  } catch {
    return undefined
  }
}
