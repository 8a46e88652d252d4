import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, deviceKeyMember } from '../operation-fields.ts'

export const updateDeviceStatus = defineOperation({
  name: 'UpdateDeviceStatus',
  title: 'Set whether a device is remembered',
  why: 'Sets whether a device is remembered. A remembered device replaces the second factor, if the pool allows it.',
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
      help: 'If the pool remembers devices on request, this is the request.',
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
