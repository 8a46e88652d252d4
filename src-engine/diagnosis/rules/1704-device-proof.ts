import { srpProofFact } from '../../facts/srp-proof.ts'
import { factOf } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const deviceProof = defineRule({
  code: 'AS1704',
  slug: 'device/proof',
  title: 'The device’s keys are not those that Cognito remembers',
  meaning:
    'The user passed the first factor, and the proof of the remembered device was refused, with the message of a wrong password. The device password or the group key of the application belongs to another device, or the verifier of ConfirmDevice was computed wrongly, which is accepted at first.',
  recognised: 'The refused call answers DEVICE_PASSWORD_VERIFIER.',
  fix: 'Remove the stored device key, group key and password, sign in without DEVICE_KEY, and confirm the new device.',
  excludedBy: 'A call that does not answer DEVICE_PASSWORD_VERIFIER.',
  sources: ['aws-sdk-net-extensions-cognito#73', 'amazon-cognito-identity-dart#62'],
  look: (step, { steps }) => {
    if (step.challenge !== 'DEVICE_PASSWORD_VERIFIER') return undefined
    const passed = steps.findLast(
      ({ answer, number }) =>
        number < step.number &&
        answer?.kind === 'challenged' &&
        answer.challenge === 'DEVICE_SRP_AUTH',
    )
    const signature = factOf(step, srpProofFact)?.signature
    return {
      verdict: 'likely',
      evidence: [
        refusalPlace(step),
        ...(passed
          ? [
              inResponse(
                passed,
                'ChallengeName',
                'DEVICE_SRP_AUTH',
                'The user’s own password was accepted before the device was asked for',
              ),
            ]
          : []),
        ...(signature === 'right'
          ? [
              inFact(
                step,
                srpProofFact,
                signature,
                'Authscope computed the proof from the stored keys, and sent it unchanged',
              ),
            ]
          : []),
      ],
      next: [
        act('Sign in without the device', { do: 'retry', without: 'DEVICE_KEY' }),
        act('Show the user’s devices', { do: 'call', operation: 'ListDevices' }),
        advise(
          'In the application: remove the stored device and confirm a new one. The verifier of ConfirmDevice and the proof both hash group key, device key, “:” and the device password.',
        ),
      ],
    }
  },
})
