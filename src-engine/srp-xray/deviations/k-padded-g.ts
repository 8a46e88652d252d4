import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { g, N } from '../../srp/group.ts'
import { integerFromBytes, pad } from '../../srp/pad.ts'
import { unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const kPaddedG = defineDeviation({
  id: 'k-padded-g',
  title: 'k is hashed over g padded to the length of N, as in RFC 5054',
  rule: 'k = SHA-256(00 N, g) with g as the one byte 02',
  changes: { k: integerFromBytes(sha256(concatBytes(unsigned(N), new Uint8Array(383), pad(g)))) },
})
