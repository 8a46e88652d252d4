import { sent } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshDevice = defineRule({
  code: 'AS1601',
  slug: 'token/refresh-device',
  title: 'The refresh lacks the device that the token was issued to',
  meaning:
    'In a pool that tracks devices, a refresh token belongs to a device: the refresh must send its DEVICE_KEY, and the device must be confirmed. An administrator’s sign-in has no device, and its token cannot be refreshed there.',
  recognised:
    'A refresh without DEVICE_KEY; NewDeviceMetadata or the claim device_key in the same trace proves it.',
  fix: 'Send DEVICE_KEY (DeviceKey in GetTokensFromRefreshToken), after ConfirmDevice.',
  excludedBy: 'A refresh with a device key.',
  sources: ['aws-sdk-java-v2#3418', 'aws-sdk-cpp#851', 'net-extensions#85', 'amplify-js#498'],
  look: (step, { steps }) => {
    const key = sent(step, 'DEVICE_KEY', 'DeviceKey')
    if (key !== undefined)
      return {
        verdict: 'excluded',
        evidence: [inRequest(step, 'DEVICE_KEY', key, 'The refresh has a device key')],
      }
    const issued = steps.find(
      ({ answer, number }) => number < step.number && answer?.kind === 'tokens' && answer.newDevice,
    )
    const confirmed = steps.some(
      ({ answer, operation }) => operation === 'ConfirmDevice' && answer?.kind === 'accepted',
    )
    return {
      verdict: issued ? 'proved' : 'likely',
      ...(issued &&
        !confirmed && {
          title:
            'The device of this sign-in was never confirmed, and its refresh has no DEVICE_KEY',
        }),
      evidence: [
        ...(issued
          ? [inResponse(issued, 'NewDeviceMetadata', '', 'The sign-in was issued to a new device')]
          : [refusalPlace(step)]),
        inRequest(step, 'DEVICE_KEY', '', 'The refresh has no device key', 'the DeviceKey'),
      ],
      next: [
        act('Enter the device key', { do: 'edit input', field: 'DEVICE_KEY' }),
        advise(
          'In the application: call ConfirmDevice after sign-in, and send DEVICE_KEY with each refresh.',
        ),
      ],
    }
  },
})
