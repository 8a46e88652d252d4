import { extract } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { pad } from '../../srp/pad.ts'
import { defineDeviation } from '../deviation.ts'

export const keyWithoutCounter = defineDeviation({
  id: 'key-without-counter',
  title: 'K is derived without the byte 01 after the label',
  rule: 'HKDF-Expand signs “Caldera Derived Key” and a byte 01',
  changes: {
    key: (S, u) =>
      hmac(sha256, extract(sha256, pad(S), pad(u)), utf8ToBytes('Caldera Derived Key')).subarray(
        0,
        16,
      ),
  },
})
