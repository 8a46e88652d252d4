import { defineException } from '../define-exception.ts'

export const webAuthnConfigurationMissingException = defineException({
  name: 'WebAuthnConfigurationMissingException',
  title: 'No relying party is set',
  operations: ['StartWebAuthnRegistration'],
  meaning: 'The pool has neither a relying party ID nor a domain that could be used as one.',
  causes: [
    {
      cause: 'WebAuthnConfiguration.RelyingPartyId is not set, and the pool has no domain.',
      remedy:
        'set-user-pool-mfa-config --web-authn-configuration RelyingPartyId=…, or give the pool a domain.',
    },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
