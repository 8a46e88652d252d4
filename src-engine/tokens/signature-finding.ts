import { finding, type Finding } from './finding.ts'

/** The result of a signature check; the check itself needs the pool's keys from the network. */
export type SignatureOutcome =
  'valid' | 'invalid' | 'unknown key' | 'keys unreachable' | 'not signed' | 'not checked'

/** @param detail what the verifier said, where it adds something */
export function signatureFinding(outcome: SignatureOutcome, detail?: string): Finding {
  const more = detail === undefined ? '' : ` (${detail})`
  switch (outcome) {
    case 'valid':
      return finding(
        'good',
        'signature-valid',
        'The signature is right: one of the pool’s keys made it.',
      )
    case 'invalid':
      return finding(
        'bad',
        'signature-invalid',
        `The signature does not fit header and claims: the token was changed or cut, or another key signed it${more}.`,
      )
    case 'unknown key':
      return finding(
        'bad',
        'signature-unknown-key',
        `kid names none of the pool’s keys: the token is another pool’s, or its keys were rotated long ago${more}.`,
      )
    case 'keys unreachable':
      return finding(
        'note',
        'signature-not-checked',
        `The signature was not checked: the pool’s keys (<issuer>/.well-known/jwks.json) could not be had${more}.`,
      )
    case 'not signed':
      return finding('bad', 'signature-absent', 'There is no signature to check.')
    case 'not checked':
      return finding('note', 'signature-not-checked', `The signature was not checked${more}.`)
  }
}
