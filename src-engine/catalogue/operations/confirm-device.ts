import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const confirmDevice = defineOperation({
  name: 'ConfirmDevice',
  title: 'Confirm a device',
  why: 'Registers a device with the pool, with a verifier for the password that only the device has. Its key is returned with the tokens as NewDeviceMetadata.',
  group: 'Devices',
  authorised: 'access token',
  fields: [
    deviceKeyMember(),
    {
      name: 'DeviceSecretVerifierConfig.PasswordVerifier',
      label: 'Verifier',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'device secret',
      required: false,
      sent: true,
      help: 'Base64 of the SRP verifier over DeviceGroupKey, DeviceKey and the device’s password.',
    },
    {
      name: 'DeviceSecretVerifierConfig.Salt',
      label: 'Salt',
      control: 'password',
      sensitivity: 'secret',
      secretKind: 'device secret',
      required: false,
      sent: true,
      help: 'Base64 of the salt that the verifier was computed with.',
    },
    {
      name: 'DeviceName',
      label: 'Name of the device',
      control: 'text',
      sensitivity: 'personal',
      required: false,
      sent: true,
      help: 'Shown in ListDevices.',
    },
    accessTokenMember,
  ],
  effects: [],
  done: 'Device confirmed.',
})
