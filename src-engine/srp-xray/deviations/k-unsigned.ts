import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { g, N } from '../../srp/group.ts'
import { integerFromBytes, pad } from '../../srp/pad.ts'
import { unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const kUnsigned = defineDeviation({
  id: 'k-unsigned',
  title: 'k is hashed over N without its sign byte',
  rule: 'k = SHA-256(00 N, g): N begins with FF, so a byte 00 precedes it',
  changes: { k: integerFromBytes(sha256(concatBytes(unsigned(N), pad(g)))) },
})
