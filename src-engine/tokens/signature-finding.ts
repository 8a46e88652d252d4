import { finding, type Finding } from './finding.ts'

/** The result of a signature check; the check itself needs the pool's keys from the network. */
export type SignatureOutcome =
  | 'valid'
  | 'invalid'
  | 'unknown key'
  | 'keys unreachable'
  | 'not signed'
  | 'not checked'

/** @param detail what the verifier said, where it adds something */
export function signatureFinding(outcome: SignatureOutcome, detail?: string): Finding {
  const more = detail === undefined ? '' : ` (${detail})`
  switch (outcome) {
    case 'valid':
      return finding('good', 'signature-valid', 'Signature valid (key from the pool’s JWKS).')
    case 'invalid':
      return finding(
        'bad',
        'signature-invalid',
        `The signature does not match the header and claims: the token was changed or truncated, or another key signed it${more}.`,
      )
    case 'unknown key':
      return finding(
        'bad',
        'signature-unknown-key',
        `kid matches none of the pool’s keys: the token is from another pool, or the keys have been rotated since${more}.`,
      )
    case 'keys unreachable':
      return finding(
        'note',
        'signature-not-checked',
        `The signature was not checked: the pool’s keys (<issuer>/.well-known/jwks.json) could not be fetched${more}.`,
      )
    case 'not signed':
      return finding('bad', 'signature-absent', 'There is no signature to check.')
    case 'not checked':
      return finding('note', 'signature-not-checked', `The signature was not checked${more}.`)
  }
}
