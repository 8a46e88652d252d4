import { reveal } from '../../secret/secret.ts'
import { srpProof } from '../srp-proof.ts'
import { defineChallenge } from '../define-challenge.ts'
import { deviceKeyField } from '../field.ts'
import { proofFields } from '../proof-fields.ts'

export const devicePasswordVerifier = defineChallenge({
  name: 'DEVICE_PASSWORD_VERIFIER',
  title: 'Proof of the device',
  why: 'The same proof as for a user’s password, with the device group key instead of the pool’s name and the device key instead of the user.',
  promptText: () => 'Cognito requires the proof that this is the remembered device.',
  answered: 'Proof of the device sent.',
  fields: () => [deviceKeyField, ...proofFields],
  automatic: {
    by: 'device',
    answer: (context) => {
      const { device } = context.known
      if (!device) return { missing: 'The device’s group key and password are needed.' }
      const computed = srpProof(context, {
        identity: { group: reveal(device.group), name: device.key },
        password: device.password,
        called: { group: 'DeviceGroupKey', name: 'DeviceKey' },
      })
      if ('missing' in computed) return computed
      return { ...computed, values: { ...computed.values, DEVICE_KEY: device.key } }
    },
  },
})
