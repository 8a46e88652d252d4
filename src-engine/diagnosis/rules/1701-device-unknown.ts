import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const deviceUnknown = textRule({
  code: 'AS1701',
  slug: 'device/unknown',
  title: 'Cognito no longer knows the device',
  meaning: 'DEVICE_KEY belongs to a device that was forgotten elsewhere, or to another user.',
  fix: 'Remove the stored device, sign in without DEVICE_KEY, and remember the device again.',
  sources: ['amplify-android#2603', 'amplify-js#8895', 'amplify-js#10083'],
  next: () => [
    act('Sign in without the device', { do: 'retry', without: 'DEVICE_KEY' }),
    act('Show the user’s devices', { do: 'call', operation: 'ListDevices' }),
  ],
})
