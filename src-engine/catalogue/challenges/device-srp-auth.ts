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
  why: 'DEVICE_KEY named a remembered device, so the device proves itself, where a second factor would come. It does so by SRP, as a user does with a password.',
  asks: ({ DEVICE_KEY: key }) =>
    key ? `The device ${key} begins its proof.` : 'The remembered device begins its proof.',
  answered: 'SRP_A of the device sent.',
  triggers: () => [],
  fields: ({ DEVICE_KEY: key }) => [
    { ...deviceKeyField, ...(key !== undefined && { help: `As it came: ${key}.` }) },
    {
      ...secretOfDevice,
      name: 'DEVICE_GROUP_KEY',
      label: 'Device group key',
      help: 'Not sent; the proof that follows is made with it. DeviceGroupKey of NewDeviceMetadata.',
    },
    {
      ...secretOfDevice,
      name: 'DEVICE_PASSWORD',
      label: 'Device password',
      help: 'Not sent. The random password that ConfirmDevice got its verifier of.',
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
