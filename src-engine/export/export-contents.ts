import { personalKinds, type PersonalKind } from '../catalogue/members/member.ts'
import type { SecretKind } from '../secret/secret.ts'
import type { Trace } from '../trace/event.ts'
import { replacementPattern } from '../trace/mark-text.ts'
import type { ContentItem } from './content-item.ts'
import { errorMessages } from './error-messages.ts'
import type { ExportFormat } from './formats/export-format.ts'
import { PersonalRules } from './personal-rules.ts'
import { personalValues } from './personal-values.ts'
import { redactTrace } from './redact.ts'
import { redactionChoices } from './redaction-choices.ts'
import { standardRedaction, type Redaction } from './redaction-profile.ts'

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
export const exportContents = (...of: Parameters<typeof possibleContents>) =>
  possibleContents(...of).filter(({ count }) => count > 0)

/** The same with all that is not there, so that those of several traces are in one order. */
export const possibleContents = (
  trace: Trace,
  redacted: boolean,
  format: Pick<ExportFormat, 'covers' | 'holds' | 'write'>,
  redaction: Redaction = standardRedaction,
): readonly ContentItem[] =>
  format.holds
    ? contentsOfText(trace, { ...format, holds: format.holds }, redaction)
    : contentsOfEvents(trace, redacted, format, redaction)

/** What a file of whole events contains. */
function contentsOfEvents(
  trace: Trace,
  redacted: boolean,
  { covers }: Pick<ExportFormat, 'covers'>,
  redaction: Redaction,
): readonly ContentItem[] {
  const how = redacted ? 'as marks' : 'readable'
  const covered = { ...trace, events: covers?.(trace.events) ?? trace.events }
  const calls = covered.events.filter(({ type }) => type === 'attempted')
  const text = JSON.stringify(covered.events)
  const kinds = trace.secrets.filter(({ mark }) => text.includes(mark)).map(({ kind }) => kind)
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
    ...(redacted ? [...readableChoices(covered, redaction), ...searchedTexts(covered)] : []),
    { what: 'calls with headers, bodies and times', count: calls.length },
    {
      what: 'pool ID, app client ID, endpoint and profile name',
      count: covered.events.length > 0 ? 1 : 0,
    },
  ]
}

/** Marks are of the same kinds and as many with any salt. */
const salt = new Uint8Array(16)

/** What is replaced when nothing is left to a choice. */
const everything: Redaction = {
  users: 'hashed',
  hosts: 'masked',
  replaced: redactionChoices.map(({ id }) => id),
  keptClaims: [],
  replacedClaims: [],
}

/** What a text contains that has only some of the events: its marks are counted in it. */
function contentsOfText(
  trace: Trace,
  { holds, write }: Required<Pick<ExportFormat, 'holds' | 'write'>>,
  redaction: Redaction,
): readonly ContentItem[] {
  const redacted = redactTrace(trace, salt, redaction)
  const text = write(redacted)
  const kinds = trace.secrets.filter(({ mark }) => text.includes(mark)).map(({ kind }) => kind)
  const marked = personalMarksIn(text, trace)
  const open = personalMarksIn(write(redactTrace(trace, salt, everything)), trace)
  const isKept = (kind: PersonalKind) => kind !== 'host' && redaction.users !== 'removed'
  const readable = personalKinds.filter(isKept).flatMap((kind) => {
    const countIn = (all: readonly PersonalKind[]) => all.filter((one) => one === kind).length
    return new Array<PersonalKind>(Math.max(0, countIn(open) - countIn(marked))).fill(kind)
  })
  return [
    ...counted(kinds, secrets, 'as marks'),
    ...counted(marked, personal, 'as marks'),
    ...counted(readable, personal, 'readable'),
    ...holds(redacted),
    placesIn(text, redacted),
  ]
}

/** The kind of each personal mark that is in a text, a mark once. */
function personalMarksIn(text: string, { secrets: known }: Trace): readonly PersonalKind[] {
  const others = new Set(known.map(({ mark }) => mark))
  const marks = new Set(text.match(new RegExp(replacementPattern, 'g')))
  return [...marks]
    .filter((mark) => !others.has(mark))
    .flatMap(
      (mark) =>
        personalKinds.find((kind) =>
          kind === 'host' ? mark.startsWith('host-') : mark.startsWith(`‹${kind} `),
        ) ?? [],
    )
}

/** Which of the names of a pool are in a text. */
function placesIn(text: string, { events }: Trace): ContentItem {
  const target = events.find((event) => event.type === 'started')?.target
  // Issue texts keep addresses from being links.
  const plain = text.replaceAll('\u200b', '')
  const places = [
    ['pool ID', target?.userPoolId],
    ['app client ID', target?.clientId],
    ['endpoint', target?.endpoint.replace(/\/$/, '')],
  ] as const
  const found = places.flatMap(([name, value]) => (value && plain.includes(value) ? [name] : []))
  const what = `${found.slice(0, -1).join(', ')} and ${found.at(-1) ?? ''}`.replace(/^ and /, '')
  return { what, count: found.length > 0 ? 1 : 0 }
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
function searchedTexts({ events }: Trace): readonly ContentItem[] {
  const answers = events.flatMap((event) => (event.type === 'answered' ? [event.answer] : []))
  return [
    errorMessages(events),
    {
      what: 'responses that are not from Cognito, searched for personal values',
      count: answers.filter(({ kind }) => kind === 'unreadable').length,
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
