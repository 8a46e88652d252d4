import { defineException } from '../define-exception.ts'

export const webAuthnOriginNotAllowedException = defineException({
  name: 'WebAuthnOriginNotAllowedException',
  title: 'The page’s origin is not allowed',
  operations: ['CompleteWebAuthnRegistration'],
  meaning:
    'The credential was made on a page whose origin does not belong to the relying party id.',
  causes: [
    {
      cause: 'The page’s host is neither the relying party id nor a subdomain of it.',
      remedy: 'Serve the page from there, or set another relying party id.',
    },
    {
      cause: 'The page is an application’s own scheme or file.',
      remedy: 'A passkey needs an https origin (http on localhost).',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  sure: 'confirmed',
  texts: [],
})
