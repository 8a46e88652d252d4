import { defineException } from '../define-exception.ts'

export const webAuthnNotEnabledException = defineException({
  name: 'WebAuthnNotEnabledException',
  title: 'Passkeys are off',
  operations: ['StartWebAuthnRegistration', 'CompleteWebAuthnRegistration'],
  meaning: 'The pool does not let users sign in with passkeys.',
  causes: [
    {
      cause: 'WEB_AUTHN is not among AllowedFirstAuthFactors.',
      remedy:
        'update-user-pool --policies SignInPolicy={AllowedFirstAuthFactors=[PASSWORD,WEB_AUTHN]}; pass all other settings too.',
    },
    { cause: 'The pool’s tier is LITE.', remedy: 'Choose ESSENTIALS or PLUS.' },
  ],
  session: 'lost',
  retry: 'pointless',
  certainty: 'confirmed',
  texts: [],
})
