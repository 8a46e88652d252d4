import { base64, base64urlnopad, hex } from '@scure/base'
import { secretHash } from '../secret-hash/secret-hash.ts'
import { reveal, Secret } from '../secret/secret.ts'
import { defineFact } from './define-fact.ts'
import { memberOf, type KnownCall } from './known-call.ts'

type Over =
  | 'the name sent'
  | 'the name typed'
  | 'USER_ID_FOR_SRP'
  | 'the user name of the tokens'
  | 'the sub'
  | 'the name in lower case'
  | 'no name'
  | 'no name that is known'

type Computation =
  | 'standard'
  | 'client id before the name'
  | 'in hex'
  | 'in URL-safe base64'
  | 'with a line break after the secret'
  | 'with quotation marks around the secret'

/** Over which name SECRET_HASH was computed, and how, by trying what is known. */
export const secretHashFact = defineFact<{
  form: 'base64 of 32 bytes' | 'other'
  /** Whether a client secret is known to compute with. */
  secret: 'known' | 'unknown'
  over: Over | 'not known'
  computation: Computation | 'not known'
}>({
  name: 'secret-hash',
  title: 'SECRET_HASH',
  valueTitles: {
    form: 'form',
    secret: 'client secret',
    over: 'computed over',
    computation: 'computation',
  },
  of: (call) => {
    const hash = memberOf(call, 'SECRET_HASH', 'SecretHash')
    if (hash === undefined) return undefined
    const form = /^[A-Za-z0-9+/]{43}=$/.test(hash) ? 'base64 of 32 bytes' : 'other'
    const unknown = { form, over: 'not known', computation: 'not known' } as const
    if (!call.clientSecret) return { ...unknown, secret: 'unknown' }
    const found = foundFor(hash, call, reveal(call.clientSecret))
    return found
      ? { form, secret: 'known', ...found }
      : { form, secret: 'known', over: 'no name that is known', computation: 'not known' }
  },
})

function foundFor(
  hash: string,
  call: KnownCall,
  secret: string,
): { readonly over: Over; readonly computation: Computation } | undefined {
  const clientId = call.clientId ?? memberOf(call, 'ClientId') ?? ''
  for (const [over, name] of candidates(call)) {
    const ways: readonly (readonly [Computation, string])[] = [
      ['standard', computed(secret, name, clientId)],
      ['client id before the name', computed(secret, clientId, name)],
      ['with a line break after the secret', computed(`${secret}\n`, name, clientId)],
      ['with a line break after the secret', computed(`${secret}\r\n`, name, clientId)],
      ['with quotation marks around the secret', computed(`"${secret}"`, name, clientId)],
    ]
    for (const [computation, right] of ways) if (right === hash) return { over, computation }
    const bytes = base64.decode(computed(secret, name, clientId))
    if (hex.encode(bytes) === hash.toLowerCase()) return { over, computation: 'in hex' }
    if (base64urlnopad.encode(bytes) === hash.replace(/=+$/, ''))
      return { over, computation: 'in URL-safe base64' }
  }
  return undefined
}

function candidates(call: KnownCall): readonly (readonly [Over, string])[] {
  const { ofTokens, sub, typed, userIdForSrp } = call.names ?? {}
  const sent = memberOf(call, 'USERNAME', 'Username')
  const all: readonly (readonly [Over, string | undefined])[] = [
    ['the name sent', sent],
    ['USER_ID_FOR_SRP', userIdForSrp],
    ['the user name of the tokens', ofTokens],
    ['the sub', sub],
    ['the name typed', typed],
    ['the name in lower case', (sent ?? typed)?.toLowerCase()],
    ['no name', ''],
  ]
  return all.filter((one): one is readonly [Over, string] => one[1] !== undefined)
}

const computed = (secret: string, name: string, clientId: string): string =>
  reveal(secretHash(Secret.of('client secret', secret), name, clientId))
