import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { reveal, Secret } from '../secret/secret.ts'

/**
 * SECRET_HASH: base64 of HMAC-SHA256 under the client secret over username and client ID, without
 * a separator. Which username: the USERNAME of the same request; in a challenge answer that is
 * USER_ID_FOR_SRP; for a refresh it is the token owner's real username.
 */
export function secretHash(clientSecret: Secret, username: string, clientId: string): Secret {
  const key = utf8ToBytes(reveal(clientSecret))
  const message = utf8ToBytes(`${username}${clientId}`)
  return Secret.of('secret hash', base64.encode(hmac(sha256, key, message)))
}
