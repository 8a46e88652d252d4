import { defineException } from '../define-exception.ts'

export const featureUnavailableInTierException = defineException({
  name: 'FeatureUnavailableInTierException',
  title: 'Not in this feature plan',
  operations: ['InitiateAuth'],
  meaning: 'The pool’s feature plan does not include this feature.',
  causes: [
    {
      cause: 'The pool is on the LITE plan, and step-up, codes or passkeys need a higher one.',
      remedy: 'update-user-pool --user-pool-tier ESSENTIALS (it costs more per active user).',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
