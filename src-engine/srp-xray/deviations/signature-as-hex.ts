import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { defineDeviation } from '../deviation.ts'

export const signatureAsHex = defineDeviation({
  id: 'signature-as-hex',
  title: 'The signature is sent as hex',
  rule: 'PASSWORD_CLAIM_SIGNATURE is base64',
  changes: { sign: (key, message) => bytesToHex(hmac(sha256, key, message)) },
})
