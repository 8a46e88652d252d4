import { sent } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshOther = defineRule({
  code: 'AS1607',
  slug: 'token/refresh-other',
  title: 'The refresh token is of another client, pool or user, or of another device',
  meaning:
    'Cognito tells none of these apart: a token of another client or pool, one of a user who was deleted and made again, a DEVICE_KEY that is not the token’s.',
  recognised: 'A whole refresh token is refused, with a device key or without.',
  mended:
    'Compare client id and region with the first sign-in; the access token’s device_key names the device.',
  excludedBy: 'A text that is no whole refresh token.',
  sources: ['FS:56371505005', 'aws-sdk-java#2841'],
  look: (step) => {
    const key = sent(step, 'DEVICE_KEY', 'DeviceKey')
    return {
      verdict: 'possible',
      ...(key !== undefined && {
        title:
          'DEVICE_KEY is not the device of this refresh token, or the token is of another client',
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
