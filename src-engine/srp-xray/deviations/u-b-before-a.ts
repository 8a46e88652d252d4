import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { integerFromBytes, pad } from '../../srp/pad.ts'
import { defineDeviation } from '../deviation.ts'

export const uBBeforeA = defineDeviation({
  id: 'u-b-before-a',
  title: 'u is hashed over B and A, in this order',
  rule: 'u = SHA-256(pad(A), pad(B))',
  changes: { u: (A, B) => integerFromBytes(sha256(concatBytes(pad(B), pad(A)))) },
})
