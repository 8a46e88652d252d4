import { srpServerKeyPair } from '#engine/srp/server.ts'
import { deviceRefusals } from '../refusals/devices.ts'
import { refuse } from '../refusals/refusal.ts'
import { publicValue } from '../sign-in/srp-step.ts'
import { rememberedDevice } from '../sign-in/device.ts'
import type { SessionChallenge } from './challenge.ts'

/** DEVICE_SRP_AUTH: a remembered device is to prove its own secret, as a user does a password. */
export const deviceSrpAuth: SessionChallenge = {
  name: 'DEVICE_SRP_AUTH',
  requires: ['DEVICE_KEY', 'SRP_A'],
  prompt(clientCall, user) {
    return {
      next: 'challenge',
      challenge: 'DEVICE_SRP_AUTH',
      parameters: {
        ...(clientCall.deviceKey === undefined ? {} : { DEVICE_KEY: clientCall.deviceKey }),
        USERNAME: user.username,
      },
      session: clientCall.state.sessions.issue(clientCall, user, 'DEVICE_SRP_AUTH').text,
    }
  },
  answer(clientCall, user, { SRP_A = '' }) {
    const { state, client } = clientCall
    const device = rememberedDevice(clientCall, user) ?? refuse(deviceRefusals.deviceUnknown)
    const { salt, verifier } = device.verifier
    const { b, B } = srpServerKeyPair(verifier, state.ports.randomBytes(16), state.ports.modPow)
    return {
      next: 'challenge',
      challenge: 'DEVICE_PASSWORD_VERIFIER',
      parameters: {
        DEVICE_KEY: device.key,
        SALT: salt.toString(16),
        SECRET_BLOCK: state.srpExchanges.begin(client, {
          proves: 'device',
          username: user.username,
          A: publicValue(SRP_A),
          b,
          B,
          verifier,
          passedFactors: clientCall.passedFactors,
          deviceKey: device.key,
        }),
        SRP_B: B.toString(16),
        USERNAME: user.username,
      },
    }
  },
}
