import type { SecretKind } from '../secret/secret.ts'
import type { Trace } from '../trace/event.ts'
import type { ExportFormat } from './formats/export-format.ts'
import { personalValues, type PersonalKind } from './personal-values.ts'

/** One kind of thing that an export contains, in plain words, and how often. */
export interface ContentItem {
  readonly what: string
  readonly count: number
}

const secrets: Readonly<Record<SecretKind, string>> = {
  password: 'passwords',
  'client secret': 'client secrets',
  'secret hash': 'secret hashes',
  session: 'session strings',
  code: 'codes',
  'totp secret': 'TOTP secrets',
  'otpauth uri': 'otpauth URIs with TOTP secrets',
  'secret block': 'SRP secret blocks',
  signature: 'password proofs',
  'srp private': 'private SRP values',
  'srp key': 'SRP keys',
  'id token': 'id tokens',
  'access token': 'access tokens',
  'refresh token': 'refresh tokens',
  'device secret': 'device secrets',
  'passkey key': 'private keys of passkeys',
  'context data': 'device fingerprints',
  'custom answer': 'custom answers',
  'feedback token': 'feedback tokens',
  header: 'headers with credentials',
  body: 'secret bodies',
  text: 'other secrets',
}

const personal: Readonly<Record<PersonalKind, string>> = {
  user: 'usernames',
  sub: 'user numbers (sub)',
  email: 'email addresses',
  phone: 'phone numbers',
  address: 'IP addresses',
  device: 'device keys',
  attribute: 'attributes of users',
  metadata: 'ClientMetadata values',
  value: 'free parameters',
}

/** What a file of this format would contain, for the confirmation before it and the note after. */
export function exportContents(
  trace: Trace,
  redacted: boolean,
  format: Pick<ExportFormat, 'covers'>,
): readonly ContentItem[] {
  const how = redacted ? 'as marks' : 'readable'
  const covered = { ...trace, events: format.covers(trace.events) }
  const calls = covered.events.filter(({ type }) => type === 'attempted')
  const text = JSON.stringify(covered.events)
  const kinds = trace.secrets.filter(({ mark }) => text.includes(mark)).map(({ kind }) => kind)
  return [
    ...counted(kinds, secrets, how),
    ...counted([...personalValues(covered).values()], personal, how),
    { what: 'calls with headers, bodies and times', count: calls.length },
    { what: 'pool id, app client id and endpoint', count: covered.events.length > 0 ? 1 : 0 },
  ].filter(({ count }) => count > 0)
}

const counted = <K extends string>(
  present: readonly K[],
  words: Readonly<Record<K, string>>,
  how: string,
): readonly ContentItem[] =>
  (Object.keys(words) as K[]).map((kind) => ({
    what: `${words[kind]}, ${how}`,
    count: present.filter((each) => each === kind).length,
  }))
