import { defineException } from '../define-exception.ts'

export const deviceKeyExistsException = defineException({
  name: 'DeviceKeyExistsException',
  title: 'The device is confirmed already',
  operations: ['ConfirmDevice'],
  meaning: 'The pool already knows a device with this key.',
  causes: [
    {
      cause: 'ConfirmDevice was called twice for one sign-in.',
      remedy: 'Once is enough; continue with the verifier of the first call.',
    },
    { cause: 'The key is an old one.', remedy: 'Use NewDeviceMetadata of this sign-in.' },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})
