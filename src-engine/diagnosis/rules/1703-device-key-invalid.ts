import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const deviceKeyInvalid = textRule({
  code: 'AS1703',
  slug: 'device/key-invalid',
  title: 'The device key is not one of this user',
  meaning: 'The key is another user’s or pool’s, or was changed.',
  mended: 'Send DeviceKey of NewDeviceMetadata as it came, or none.',
  sources: ['API reference, ConfirmDevice'],
  next: () => [act('Sign in without the device', { do: 'retry', without: 'DEVICE_KEY' })],
})
