import { sha256 } from '@noble/hashes/sha2.js'
import { pad } from '../../srp/pad.ts'
import { defineDeviation } from '../deviation.ts'

export const keyIsHashOfS = defineDeviation({
  id: 'key-is-hash-of-s',
  title: 'K is the hash of S, as in RFC 2945',
  rule: 'K = HKDF-SHA-256(S, salt u, “Caldera Derived Key”), 16 bytes',
  changes: { key: (S) => sha256(pad(S)) },
})
