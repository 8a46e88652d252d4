import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const deviceKeyInvalid = textRule({
  code: 'AS1703',
  slug: 'device/key-invalid',
  title: 'The device key is not one of this user',
  meaning: 'The key belongs to another user or pool, or was changed.',
  fix: 'Send DeviceKey of NewDeviceMetadata unchanged, or none.',
  sources: ['API reference, ConfirmDevice'],
  next: () => [act('Sign in without the device', { do: 'retry', without: 'DEVICE_KEY' })],
})
