import { sent } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshOther = defineRule({
  code: 'AS1607',
  slug: 'token/refresh-other',
  title: 'The refresh token belongs to another client, pool, user or device',
  meaning:
    'Cognito does not distinguish these: a token of another client or pool, a token of a user who was deleted and created again, a DEVICE_KEY that is not the token’s.',
  recognised: 'A complete refresh token is refused, with or without a device key.',
  fix: 'Compare client ID and region with the first sign-in; the access token’s device_key names the device.',
  excludedBy: 'A string that is not a complete refresh token.',
  sources: ['FS:56371505005', 'aws-sdk-java#2841'],
  look: (step) => {
    const key = sent(step, 'DEVICE_KEY', 'DeviceKey')
    return {
      verdict: 'possible',
      ...(key !== undefined && {
        title:
          'DEVICE_KEY is not the device of this refresh token, or the token belongs to another client',
      }),
      evidence: [
        refusalPlace(step),
        ...(key === undefined
          ? []
          : [inRequest(step, 'DEVICE_KEY', key, 'The device that was named')]),
      ],
      next: [act('Sign in again', { do: 'retry', flow: 'USER_SRP_AUTH' })],
    }
  },
})
