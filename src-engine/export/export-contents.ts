import type { PersonalKind } from '../catalogue/members/member.ts'
import type { SecretKind } from '../secret/secret.ts'
import type { Trace } from '../trace/event.ts'
import type { ExportFormat } from './formats/export-format.ts'
import { PersonalRules } from './personal-rules.ts'
import { personalValues } from './personal-values.ts'
import { redactionChoices } from './redaction-choices.ts'
import { standardRedaction, type Redaction } from './redaction-profile.ts'

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
  'id token': 'ID tokens',
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
  sub: 'user IDs (sub)',
  email: 'email addresses',
  phone: 'phone numbers',
  address: 'IP addresses',
  device: 'device keys',
  attribute: 'attributes of users',
  group: 'groups and roles',
  host: 'hosts and addresses',
  claim: 'names of custom claims',
  metadata: 'ClientMetadata values',
  text: 'texts of triggers and unknown members',
  token: 'token IDs and tokens in texts',
  value: 'free parameters',
}

/**
 * What a file of this format would contain, for the confirmation before it and the note after;
 * what stays readable in a redacted one is named, too.
 */
export function exportContents(
  trace: Trace,
  redacted: boolean,
  format: Pick<ExportFormat, 'callsAs' | 'covers'>,
  redaction: Redaction = standardRedaction,
): readonly ContentItem[] {
  const how = redacted ? 'as marks' : 'readable'
  const covered = { ...trace, events: format.covers(trace.events) }
  const calls = covered.events.filter(({ type }) => type === 'attempted')
  const text = JSON.stringify(covered.events)
  const kinds = trace.secrets
    .filter(({ mark }) => format.callsAs === undefined && text.includes(mark))
    .map(({ kind }) => kind)
  const personalKinds = [...personalValues(covered, new PersonalRules(redaction)).values()]
  const isMark = (kind: PersonalKind) =>
    !(redacted && redaction.users === 'kept' && kind === 'user')
  return [
    ...counted(kinds, secrets, how),
    ...counted(personalKinds.filter(isMark), personal, how),
    ...counted(
      personalKinds.filter((kind) => !isMark(kind)),
      personal,
      'readable',
    ),
    ...(redacted
      ? [...readableChoices(covered, redaction), ...searchedTexts(trace, covered, format)]
      : []),
    { what: format.callsAs ?? 'calls with headers, bodies and times', count: calls.length },
    {
      what: 'pool ID, app client ID, endpoint and profile name',
      count: covered.events.length > 0 ? 1 : 0,
    },
  ].filter(({ count }) => count > 0)
}

/** What a choice leaves readable: all that it would replace. */
const readableChoices = (trace: Trace, redaction: Redaction) =>
  redactionChoices
    .filter(({ id }) => !redaction.replaced.includes(id))
    .map(({ id, title }) => ({
      what: `${title.charAt(0).toLowerCase()}${title.slice(1)}, readable`,
      count:
        personalValues(
          trace,
          new PersonalRules({ ...redaction, replaced: [...redaction.replaced, id] }),
        ).size - personalValues(trace, new PersonalRules(redaction)).size,
    }))

/**
 * Texts of answers of which nobody says what they hold: known values and forms in them become
 * marks, and the rest stays.
 */
function searchedTexts(
  trace: Trace,
  covered: Trace,
  { callsAs }: Pick<ExportFormat, 'callsAs'>,
): readonly ContentItem[] {
  const isInFile = covered.events.some(({ type }) => type === 'attempted' || type === 'answered')
  const answers = trace.events.flatMap((event) =>
    isInFile && event.type === 'answered' ? [event.answer] : [],
  )
  const countOf = (kind: (typeof answers)[number]['kind']) =>
    answers.filter((answer) => answer.kind === kind).length
  const errors = {
    what: 'error messages, searched for personal values',
    count: countOf('refused'),
  }
  // Code has them in its comments, and nothing else of an answer.
  if (callsAs !== undefined) return [errors]
  return [
    errors,
    {
      what: 'responses that are not from Cognito, searched for personal values',
      count: countOf('unreadable'),
    },
    {
      what: 'code destinations, masked by the pool',
      count: answers.filter(
        (answer) =>
          answer.kind === 'challenged' &&
          /\*/.test(answer.parameters['CODE_DELIVERY_DESTINATION'] ?? ''),
      ).length,
    },
  ]
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
