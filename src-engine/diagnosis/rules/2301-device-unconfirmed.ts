import { act } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const deviceUnconfirmed = defineRule({
  code: 'AS2301',
  slug: 'finding/device-unconfirmed',
  title: 'The new device was not confirmed, so its refresh token cannot be used',
  meaning:
    'In a pool that tracks devices, NewDeviceMetadata requires ConfirmDevice. Until then, a refresh is refused with “Invalid Refresh Token”.',
  recognised: 'NewDeviceMetadata in the response, and no ConfirmDevice after it.',
  fix: 'Call ConfirmDevice, and send DEVICE_KEY with each refresh.',
  excludedBy: 'A ConfirmDevice after it, or no NewDeviceMetadata.',
  sources: ['aws-sdk-java-v2#3418', 'amplify-js#2962'],
  look: (step, { steps }) => {
    if (step.answer?.kind !== 'tokens' || !step.answer.newDevice) return undefined
    const confirmed = steps.some(
      ({ answer, number, operation }) =>
        number > step.number && operation === 'ConfirmDevice' && answer?.kind === 'accepted',
    )
    if (confirmed) return undefined
    return {
      verdict: 'proved',
      evidence: [
        inResponse(
          step,
          'NewDeviceMetadata',
          '',
          'A new device was returned, and ConfirmDevice did not follow',
        ),
      ],
      next: [act('Confirm the device', { do: 'call', operation: 'ConfirmDevice' })],
    }
  },
})
