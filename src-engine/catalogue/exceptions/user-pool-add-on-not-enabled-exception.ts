import { defineException } from '../define-exception.ts'

export const userPoolAddOnNotEnabledException = defineException({
  name: 'UserPoolAddOnNotEnabledException',
  title: 'Threat protection is off',
  operations: ['UpdateAuthEventFeedback'],
  meaning: 'The call is part of threat protection, which this pool does not use.',
  causes: [
    {
      cause:
        'UserPoolAddOns.AdvancedSecurityMode is OFF, or the pool’s tier has no threat protection.',
      remedy: 'Turn it on (tier PLUS, mode AUDIT or ENFORCED), or leave the call out.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
