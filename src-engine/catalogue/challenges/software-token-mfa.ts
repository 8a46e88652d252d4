import { reveal, Secret } from '../../secret/secret.ts'
import { totpCode, totpStep } from '../../totp/totp.ts'
import { defineChallenge } from '../define-challenge.ts'
import { codeField } from '../field.ts'

export const softwareTokenMfa = defineChallenge({
  name: 'SOFTWARE_TOKEN_MFA',
  title: 'Your authenticator’s code',
  why: 'The password was right, and the user’s second factor is an authenticator app. A code works once, and only near its 30 seconds: a wrong clock is the most common cause of a refusal.',
  promptText: ({ FRIENDLY_DEVICE_NAME: name }) =>
    name
      ? `Six digits from “${name}”, the app with this user’s secret.`
      : 'Six digits from the app with this user’s secret. A code works once.',
  answered: 'Code from the authenticator sent.',
  fields: () => [
    codeField('SOFTWARE_TOKEN_MFA_CODE', 6, 'Six digits, which change every 30 seconds.'),
  ],
  automatic: {
    by: 'totp',
    answer: ({ known, ports }) => {
      if (!known.totpSecret) return { missing: 'No TOTP secret is saved for this user.' }
      const step = totpStep(ports.now())
      try {
        const code = Secret.of('code', totpCode(reveal(known.totpSecret), step))
        return {
          values: { SOFTWARE_TOKEN_MFA_CODE: code },
          shown: [
            { name: 'secret', value: known.totpSecret, note: 'base32, as shown at setup' },
            { name: 'step', value: String(step), note: '30-second steps since 1970' },
            { name: 'code', value: code, note: 'HMAC-SHA1 of the step, truncated to six digits' },
          ],
        }
      } catch {
        return {
          missing: 'The saved TOTP secret is not base32 (letters A to Z, digits 2 to 7).',
        }
      }
    },
  },
})
