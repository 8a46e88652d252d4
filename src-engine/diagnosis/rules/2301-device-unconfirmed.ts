import { act } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const deviceUnconfirmed = defineRule({
  code: 'AS2301',
  slug: 'finding/device-unconfirmed',
  title: 'The new device was not confirmed, so that its refresh token cannot be refreshed',
  meaning:
    'In a pool that tracks devices, NewDeviceMetadata wants ConfirmDevice. Until then the refresh token answers “Invalid Refresh Token”.',
  recognised: 'NewDeviceMetadata in the answer, and no ConfirmDevice after it.',
  mended: 'Call ConfirmDevice, and send DEVICE_KEY with each refresh.',
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
          'A new device came, and ConfirmDevice did not follow',
        ),
      ],
      next: [act('Confirm the device', { do: 'call', operation: 'ConfirmDevice' })],
    }
  },
})
