import type { PoolSettings } from './read-settings.ts'

/** One member that differs between two settings. */
export interface SettingDifference {
  /** As in `TokenValidityUnits.AccessToken`. */
  readonly member: string
  /** JSON; empty where the member is not there. */
  readonly before: string
  readonly after: string
}

/** What differs between two pools, their clients and their MFA settings. */
export const settingsDifferences = (one: PoolSettings, other: PoolSettings) => ({
  pool: compareSettings(one.pool ?? {}, other.pool ?? {}),
  client: compareSettings(
    { ...one.client, hasSecret: one.hasSecret },
    { ...other.client, hasSecret: other.hasSecret },
  ),
  mfa: compareSettings(one.mfa ?? {}, other.mfa ?? {}),
})

/** Members that differ between any two, and say nothing. */
const uniqueMembers = [
  'Arn',
  'ClientId',
  'ClientName',
  'CreationDate',
  'Id',
  'LastModifiedDate',
  'Name',
  'UserPoolId',
]

/** Compares two settings member by member; lists of texts without their order. */
function compareSettings(before: object, after: object): readonly SettingDifference[] {
  const [old, now] = [membersOf(before), membersOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((member) => {
    const [was, is] = [old.get(member) ?? '', now.get(member) ?? '']
    return was === is || uniqueMembers.includes(member) ? [] : [{ member, before: was, after: is }]
  })
}

/** Every member that holds no object, by its path. */
function membersOf(value: object, path = ''): ReadonlyMap<string, string> {
  const members = new Map<string, string>()
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    const here = path === '' ? name : `${path}.${name}`
    if (typeof member === 'object' && member !== null && !Array.isArray(member))
      for (const [inner, text] of membersOf(member, here)) members.set(inner, text)
    else members.set(here, textOf(member))
  }
  return members
}

const textOf = (value: unknown): string =>
  JSON.stringify(
    Array.isArray(value) && value.every((one) => typeof one === 'string')
      ? [...value].sort()
      : value,
  )
