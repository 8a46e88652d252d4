import { defineException } from '../define-exception.ts'

export const concurrentModificationException = defineException({
  name: 'ConcurrentModificationException',
  title: 'Two changes at once',
  operations: ['AssociateSoftwareToken'],
  meaning: 'Two calls changed the same user at the same time, and this one lost.',
  causes: [
    {
      cause: 'Another AssociateSoftwareToken, or an administrator’s change, ran at the same time.',
      remedy: 'Send it again once.',
    },
  ],
  session: 'kept',
  retry: 'later',
  certainty: 'confirmed',
  texts: [],
})
