import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { useSoftwareToken } from '../credentials/software-token.ts'
import type { SoftwareToken } from '../state/pool.ts'
import { defineOperation } from './operation.ts'
import { nextSession, tokenOrSession } from './token-or-session.ts'

/** VerifySoftwareToken: the first code proves the secret, which counts from then on. */
export const verifySoftwareToken = defineOperation(
  'VerifySoftwareToken',
  {
    AccessToken: model.token,
    Session: model.session,
    UserCode: required({ kind: 'text', min: 6, max: 6, pattern: '[0-9]+', sensitive: true }),
    FriendlyDeviceName: { kind: 'text', max: 131_072 },
  },
  async (state, { AccessToken, Session, UserCode, FriendlyDeviceName }) => {
    const setUp = await tokenOrSession(state, AccessToken, Session)
    const { user } = setUp
    const token: SoftwareToken = {
      secret: user.pendingTotpSecret ?? refuse(refusals.softwareTokenMissing),
      ...(FriendlyDeviceName ? { deviceName: FriendlyDeviceName } : {}),
      usedSteps: [],
    }
    // Remembers the code as used: it cannot serve again at the next sign-in.
    if (useSoftwareToken(token, UserCode, state.ports.now()) !== 'right')
      refuse(refusals.softwareTokenSetUpCodeWrong)
    user.softwareToken = token
    user.pendingTotpSecret = undefined
    return { ...nextSession(setUp), Status: 'SUCCESS' }
  },
)
