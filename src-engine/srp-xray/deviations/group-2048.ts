import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { g } from '../../srp/group.ts'
import { integerFromBytes, pad } from '../../srp/pad.ts'
import { groupOf2048Bits } from '../group-of-2048-bits.ts'
import { defineDeviation } from '../deviation.ts'

export const group2048 = defineDeviation({
  id: 'group-2048',
  title: 'The computation is in the 2048-bit group',
  rule: 'Cognito computes in the 3072-bit group of RFC 5054 (RFC 3526, group 15)',
  changes: {
    N: groupOf2048Bits,
    k: integerFromBytes(sha256(concatBytes(pad(groupOf2048Bits), pad(g)))),
  },
})
