import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { useSoftwareToken } from '../credentials/software-token.ts'
import type { SessionChallenge } from './challenge.ts'

/** SOFTWARE_TOKEN_MFA: a code of the authenticator application. */
export const softwareTokenMfa: SessionChallenge = {
  name: 'SOFTWARE_TOKEN_MFA',
  requires: ['SOFTWARE_TOKEN_MFA_CODE'],
  prompt(clientCall, user) {
    const deviceName = user.softwareToken?.deviceName
    return {
      next: 'challenge',
      challenge: 'SOFTWARE_TOKEN_MFA',
      parameters: {
        ...(deviceName ? { FRIENDLY_DEVICE_NAME: deviceName } : {}),
        USER_ID_FOR_SRP: user.username,
      },
      session: clientCall.state.sessions.issue(clientCall, user, 'SOFTWARE_TOKEN_MFA').text,
    }
  },
  answer(clientCall, user, { SOFTWARE_TOKEN_MFA_CODE = '' }) {
    const token = user.softwareToken ?? refuse(refusals.softwareTokenMissing)
    const result = useSoftwareToken(token, SOFTWARE_TOKEN_MFA_CODE, clientCall.state.ports.now())
    if (result === 'used before') refuse(refusals.softwareTokenCodeUsed)
    if (result === 'wrong') refuse(refusals.softwareTokenCodeWrong)
    return { passed: 'second factor', user, factor: 'otp' }
  },
}
