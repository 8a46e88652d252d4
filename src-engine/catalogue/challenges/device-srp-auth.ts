import { defineChallenge } from '../define-challenge.ts'
import { deviceKeyField } from '../field.ts'
import { withSrpA } from '../srp-a.ts'

const secretOfDevice = {
  control: 'password',
  sensitivity: 'secret',
  secretKind: 'device secret',
  required: false,
  sent: false,
} as const

export const deviceSrpAuth = defineChallenge({
  name: 'DEVICE_SRP_AUTH',
  title: 'Remembered device',
  why: 'DEVICE_KEY named a remembered device, so the device proves itself instead of a second factor. It uses SRP, as a user does with a password.',
  promptText: ({ DEVICE_KEY: key }) =>
    key ? `The device ${key} starts its proof.` : 'The remembered device starts its proof.',
  answered: 'SRP_A of the device sent.',
  triggers: () => [],
  fields: ({ DEVICE_KEY: key }) => [
    { ...deviceKeyField, ...(key !== undefined && { help: `As received: ${key}.` }) },
    {
      ...secretOfDevice,
      name: 'DEVICE_GROUP_KEY',
      label: 'Device group key',
      help: 'Not sent; used to compute the proof that follows. DeviceGroupKey of NewDeviceMetadata.',
    },
    {
      ...secretOfDevice,
      name: 'DEVICE_PASSWORD',
      label: 'Device password',
      help: 'Not sent. The random password whose verifier was sent with ConfirmDevice.',
    },
  ],
  complete: ({ ports }, inputs) => withSrpA(inputs, ports),
  automatic: {
    by: 'device',
    answer: ({ known, ports }) =>
      known.device
        ? withSrpA({ DEVICE_KEY: known.device.key }, ports)
        : { missing: 'No remembered device of this user is known.' },
  },
})
