import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const updateDeviceStatus = defineOperation({
  name: 'UpdateDeviceStatus',
  title: 'Remember a device or not',
  why: 'Says whether a device counts as remembered. A remembered one spares the second factor, where the pool allows that.',
  group: 'Devices',
  authorised: 'access token',
  fields: [
    deviceKeyMember(),
    {
      name: 'DeviceRememberedStatus',
      label: 'Status',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Where devices are remembered on request, this is the request.',
      choices: [
        { value: 'remembered', label: 'Remembered' },
        { value: 'not_remembered', label: 'Not remembered' },
      ],
    },
    accessTokenMember,
  ],
  effects: [],
  done: 'Device status changed.',
})
