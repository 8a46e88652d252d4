import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { integerFromBytes } from '../../srp/pad.ts'
import { unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const uUnsigned = defineDeviation({
  id: 'u-unsigned',
  title: 'u is hashed over A and B without their sign bytes',
  rule: 'u = SHA-256(pad(A), pad(B)): a number whose first bit is set has a byte 00 before it',
  changes: { u: (A, B) => integerFromBytes(sha256(concatBytes(unsigned(A), unsigned(B)))) },
})
