import { base32nopad } from '@scure/base'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model } from '../requests/model.ts'
import { defineOperation } from './operation.ts'
import { nextSession, tokenOrSession } from './token-or-session.ts'

/** AssociateSoftwareToken: a secret for an authenticator application, not yet in force. */
export const associateSoftwareToken = defineOperation(
  'AssociateSoftwareToken',
  { AccessToken: model.token, Session: model.session },
  async (state, { AccessToken, Session }) => {
    const setUp = await tokenOrSession(state, AccessToken, Session)
    const { clientCall, user } = setUp
    if (!clientCall.pool.settings.mfaMethods.includes('SOFTWARE_TOKEN_MFA'))
      refuse(refusals.softwareTokenMissing)
    // 32 bytes make the 52 characters of a real secret.
    user.pendingTotpSecret = base32nopad.encode(state.ports.randomBytes(32))
    return { SecretCode: user.pendingTotpSecret, ...nextSession(setUp) }
  },
)
