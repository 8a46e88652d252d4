import { defineException } from '../define-exception.ts'

export const webAuthnOriginNotAllowedException = defineException({
  name: 'WebAuthnOriginNotAllowedException',
  title: 'The page’s origin is not allowed',
  operations: ['CompleteWebAuthnRegistration'],
  meaning: 'The credential was created on a page whose origin does not match the relying party ID.',
  causes: [
    {
      cause: 'The page’s host is neither the relying party ID nor a subdomain of it.',
      remedy: 'Serve the page from there, or set another relying party ID.',
    },
    {
      cause: 'The page has an application’s own scheme, or is a file.',
      remedy: 'A passkey needs an https origin (http on localhost).',
    },
  ],
  session: 'lost',
  retry: 'corrected',
  certainty: 'confirmed',
  texts: [],
})
