import { secretHash } from '#engine/secret-hash/secret-hash.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse, type RefusalText } from '../refusals/refusal.ts'
import type { Client } from '../state/pool.ts'
import { isSameText } from './same-text.ts'

/**
 * Refuses a call of a client with a secret that carries no SECRET_HASH, and one of a client without
 * a secret that does.
 */
export function requireSecretHash(client: Client, inputs: string | undefined): void {
  if (client.secrets.length > 0 && !inputs) refuse(refusals.secretHashMissing(client.id))
  // Not confirmed of the real service, which may ignore it.
  if (client.secrets.length === 0 && inputs) refuse(refusals.secretHashNeedless(client.id))
}

/**
 * Refuses a SECRET_HASH that is not made of this username.
 * @param otherwise what the refusal says; a refresh has a text of its own
 */
export function checkSecretHash(
  client: Client,
  username: string,
  inputs: string | undefined,
  otherwise: RefusalText = refusals.secretHashWrong(client.id),
): void {
  if (client.secrets.length === 0) return
  const isRight = client.secrets.some(({ value }) => {
    const secret = Secret.of('client secret', value)
    return isSameText(reveal(secretHash(secret, username, client.id)), inputs ?? '')
  })
  if (!isRight) refuse(otherwise)
}

/** Whether this is a secret of the client, or empty for a client that has none. */
export const isClientSecret = ({ secrets }: Client, inputs: string): boolean =>
  secrets.length === 0 ? inputs === '' : secrets.some(({ value }) => isSameText(value, inputs))
