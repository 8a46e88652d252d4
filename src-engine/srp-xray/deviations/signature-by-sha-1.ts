import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { base64 } from '@scure/base'
import { defineDeviation } from '../deviation.ts'

export const signatureBySha1 = defineDeviation({
  id: 'signature-by-sha-1',
  title: 'The signature is HMAC-SHA-1',
  rule: 'The signature is HMAC-SHA-256',
  changes: { sign: (key, message) => base64.encode(hmac(sha1, key, message)) },
})
