import { finding, type Finding } from './finding.ts'
import type { ReadToken } from './read-token.ts'

type Claims = Readonly<Record<string, unknown>>

/**
 * What a token is besides its use: a user’s or a machine’s, of another identity provider, of an
 * identity pool, a replica, an emulator; and what some claims of it mean. Never throws.
 */
export function tokenNature({
  claims,
  use,
}: Pick<ReadToken, 'claims' | 'use'>): readonly Finding[] {
  if (!claims) return []
  return [
    issuerNature(claims),
    ownerNature(claims, use),
    ...automaticGroups(claims),
    roles(claims),
  ].flatMap((one) => one ?? [])
}

function issuerNature({ iss }: Claims): Finding | undefined {
  if (typeof iss !== 'string') return undefined
  if (iss === 'https://cognito-identity.amazonaws.com')
    return finding(
      'note',
      'identity-pool',
      'A token of an identity pool, not of a user pool: AWS STS accepts it, an API of a user pool does not.',
    )
  if (/^https:\/\/issuer-cognito-idp\./.test(iss))
    return finding(
      'note',
      'multi-region-issuer',
      'Issuer in the form of pools with replicas: verifiers that build the older issuer from the pool ID refuse it.',
    )
  if (/^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.(com(\.cn)?|eu)\//.test(iss)) return undefined
  const host = /^https?:\/\/([^/:]+)/.exec(iss)?.[1] ?? iss
  return finding(
    'note',
    'foreign-issuer',
    /^(localhost|127\.|0\.0\.0\.0|host\.docker|\[::1\])/.test(host)
      ? `Issued by an emulator or a practice pool at ${host}: AWS services do not accept it.`
      : `Not issued by Amazon Cognito, but by ${host}.`,
  )
}

function ownerNature(claims: Claims, use: ReadToken['use']): Finding | undefined {
  const { client_id, sub, username } = claims
  if (use === 'access' && username === undefined && client_id !== undefined && sub === client_id)
    return finding(
      'note',
      'machine',
      'A machine’s token (client credentials): its sub is the app client. There is no user, so GetUser refuses it.',
    )
  const providers = providersOf(claims['identities'])
  const name = claims['cognito:username'] ?? username
  const prefix = typeof name === 'string' ? /^([A-Za-z][\w-]*)_/.exec(name)?.[1] : undefined
  if (providers.length > 0)
    return finding(
      'note',
      'federated',
      `The user signed in with ${providers.join(' and ')}, and has no password in this pool.`,
    )
  const groups = claims['cognito:groups']
  if (
    prefix !== undefined &&
    Array.isArray(groups) &&
    groups.some((group) => isAutomatic(group, prefix))
  )
    return finding('note', 'federated', `The user came from the identity provider ${prefix}.`)
  return undefined
}

/** `identities` is a list, or the JSON text of one. */
function providersOf(identities: unknown): readonly string[] {
  const list: unknown = typeof identities === 'string' ? parsed(identities) : identities
  if (!Array.isArray(list)) return []
  return list.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'providerName' in one
      ? [String(one.providerName)]
      : [],
  )
}

const isAutomatic = (group: unknown, provider: string): boolean =>
  typeof group === 'string' && group.endsWith(`_${provider}`)

function automaticGroups(claims: Claims): readonly Finding[] {
  const groups = claims['cognito:groups']
  const pool = typeof claims['iss'] === 'string' ? claims['iss'].split('/').at(-1) : undefined
  if (!Array.isArray(groups) || !pool) return []
  return groups.flatMap((group) =>
    typeof group === 'string' && group.startsWith(`${pool}_`)
      ? [
          finding(
            'note',
            'automatic-group',
            `The group ${group} is created by Cognito for users of the provider ${group.slice(pool.length + 1)}.`,
          ),
        ]
      : [],
  )
}

function roles(claims: Claims): Finding | undefined {
  const { 'cognito:preferred_role': preferred, 'cognito:roles': all } = claims
  if (!Array.isArray(all) || all.length === 0) return undefined
  return finding(
    'note',
    'roles',
    typeof preferred === 'string'
      ? `An identity pool gives the role ${preferred}, of the group with the lowest precedence.`
      : 'Several groups share the lowest precedence, so there is no preferred role: an identity pool needs one to be chosen.',
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
