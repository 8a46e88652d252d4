import { deviceRefusals } from '../refusals/devices.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn } from '../sign-in/admission.ts'
import { rememberedDevice } from '../sign-in/device.ts'
import { isRightClaim } from '../credentials/srp-claim.ts'
import type { SessionlessChallenge } from './challenge.ts'

/** DEVICE_PASSWORD_VERIFIER: the claim that only the remembered device can sign. */
export const devicePasswordVerifier: SessionlessChallenge = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  requires: ['DEVICE_KEY', 'PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'],
  answerWithoutSession(clientCall, responses) {
    const { state, pool, client } = clientCall
    const { PASSWORD_CLAIM_SECRET_BLOCK: secretBlock = '', USERNAME } = responses
    const exchange =
      state.srpExchanges.end(secretBlock, client, 'device') ?? refuse(deviceRefusals.claimWrong)
    if (state.ports.now() >= exchange.expiresAt) refuse(refusals.sessionExpired)
    const user =
      pool.users.find(({ username }) => username === exchange.username) ??
      refuse(deviceRefusals.claimWrong)
    assertMaySignIn(clientCall, user)
    const device = rememberedDevice(clientCall, user) ?? refuse(deviceRefusals.deviceUnknown)
    const identity = { group: device.groupKey, name: device.key }
    const isRight =
      isRightClaim(state.ports, exchange, identity, responses) &&
      device.key === exchange.deviceKey &&
      USERNAME === user.username
    if (!isRight) refuse(deviceRefusals.claimWrong)
    return { passed: 'device', user, passedFactors: exchange.passedFactors }
  },
}
