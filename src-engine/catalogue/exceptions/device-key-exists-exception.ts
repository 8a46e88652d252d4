import { defineException } from '../define-exception.ts'

export const deviceKeyExistsException = defineException({
  name: 'DeviceKeyExistsException',
  title: 'The device is confirmed already',
  operations: ['ConfirmDevice'],
  meaning: 'A device with this key is known to the pool already.',
  causes: [
    {
      cause: 'ConfirmDevice was called twice for one sign-in.',
      remedy: 'Once is enough; go on with the verifier of the first call.',
    },
    { cause: 'The key is an old one.', remedy: 'Use NewDeviceMetadata of this sign-in.' },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})
