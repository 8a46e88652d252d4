import { claimList } from '../tokens/claim-list.ts'
import { headerList } from '../catalogue/members/header-list.ts'
import { memberNamed } from '../catalogue/members/member-list.ts'
import type { Member } from '../catalogue/members/member.ts'
import { nestedMembers } from '../catalogue/members/nested-members.ts'
import { parameterMembers } from '../catalogue/members/parameter-members.ts'
import { passkeyMembers } from '../catalogue/members/passkey-members.ts'
import type { SdkMember } from '../catalogue/members/sdk-members.ts'
import { serviceMembers } from '../catalogue/members/service-members.ts'
import { triggerMembers } from '../catalogue/members/trigger-members.ts'
import { redactionChoices } from './redaction-choices.ts'

const lists: readonly {
  readonly title: string
  readonly note: string
  readonly members: ReadonlyMap<string, Member>
}[] = [
  {
    title: 'Members of operations',
    note: 'Every member of every operation that the AWS SDK knows. One that is not here is personal.',
    members: serviceMembers,
  },
  {
    title: 'Parameters',
    note: 'Keys of AuthParameters, ChallengeResponses and ChallengeParameters. Any other key is personal; so is a value that does not look as its key says.',
    members: parameterMembers,
  },
  {
    title: 'Passkeys',
    note: 'Members of WebAuthn options and credentials.',
    members: passkeyMembers,
  },
  {
    title: 'By their place',
    note: 'Members that mean something else in one place. An entry here wins over that of the name.',
    members: nestedMembers,
  },
  {
    title: 'Lambda triggers',
    note: 'Members of events and of what functions answer, shown by the practice pool only. Any other member is personal, and so is every line of the console.',
    members: triggerMembers,
  },
  {
    title: 'Headers',
    note: 'A header whose name speaks of authorization, cookies, tokens, secrets, API keys, passwords or credentials is secret. One that is not here is personal.',
    members: headerList,
  },
]

/**
 * docs/redaction.md: what a redacted file holds, and every member and claim with its handling.
 * @param members those of every operation that the AWS SDK knows
 */
export const redactionPage = (members: readonly SdkMember[]): string =>
  `${[
    introduction,
    `## What is a choice\n\nIn a [redaction profile](handing-out.md#redaction-profiles), usernames are a mark each, one mark for all, or readable; hosts are readable or replaced; claims stay or become marks by name; and these:\n\n${choiceTable()}`,
    ...lists.map(({ members, note, title }) => `## ${title}\n\n${note}\n\n${tableOf(members)}`),
    `## By operation\n\nThe secret and personal members of each operation, of its input and its output. Every other member of it is public, but for the keys of maps, which are under Parameters.\n\n${operationTable(members)}`,
    `## Claims\n\nA claim that is not here is personal. Groups, roles and token IDs are a choice.\n\n${claimTable()}`,
  ].join('\n\n')}\n`

const introduction = `# What a redacted file holds

Every export is redacted unless you confirm its contents by name. In a redacted file each secret is a mark such as \`‹session 9f3a›\`, and so is each personal value (\`‹user 1a2b›\`); the same value has the same mark throughout one file, and another one in the next. This page is written by \`src-engine/export/redaction-page.test.ts\` from the list that redaction itself uses: a member of the AWS SDK without an entry fails a test.

- **Secret**: never stored or shown in plain text, and not in a redacted file. Its length is not in the file, either.
- **Personal**: shown in the window, a mark in a redacted file, at its place and wherever else the same value occurs.
- **Public**: stays readable.
- **What is in no list is personal**: an unknown parameter of a custom challenge, an unknown member, an unknown header.
- **Texts**: what a Lambda trigger says after “failed with error” is a mark. Other texts of refusals and pages instead of an answer are searched for every known value, and for what has the form of an email address, an international phone number, a token or a long random text; the dialog before an export says how many such texts there are.

What stays on purpose: the pool ID, app client ID, endpoint and profile name; names of operations, challenges, exceptions, parameters and keys of ClientMetadata; request IDs, times and sizes; software versions in User-Agent; where a code was sent, as Cognito masked it; the length and form of a client secret as a fact. The size of a request lets a reader estimate the length of what is a mark in it.

Before a redacted file is written, it is searched for every secret of the sign-in in plain text and in other encodings, for values of secret members that are no marks, and for what looks like a token. A hit stops the file.`

const choiceTable = (): string =>
  [
    '| `--redact` | marks instead of | default |',
    '| --- | --- | --- |',
    ...redactionChoices.map(
      ({ id, isDefault, note }) =>
        `| \`${id}\` | ${note} | ${isDefault ? 'replaced' : 'readable'} |`,
    ),
  ].join('\n')

function tableOf(members: ReadonlyMap<string, Member>): string {
  const byHandling = new Map<string, string[]>()
  for (const [name, member] of members) {
    const handling = `${member.sensitivity} | ${kindText(member)}`
    byHandling.set(handling, [...(byHandling.get(handling) ?? []), name])
  }
  return table(byHandling)
}

function operationTable(members: readonly SdkMember[]): string {
  const operations = [...new Set(members.map(({ operation }) => operation))].sort()
  const rows = operations.map((operation) => {
    const own = members.filter((member) => member.operation === operation && member.isValue)
    return { operation, secrets: pathsOf(own, 'secret'), personal: pathsOf(own, 'personal') }
  })
  const withSome = rows.filter(({ personal, secrets }) => personal + secrets !== '')
  const without = rows.filter((row) => !withSome.includes(row))
  return [
    '| operation | secret | personal |',
    '| --- | --- | --- |',
    ...withSome.map(
      ({ operation, personal, secrets }) => `| ${operation} | ${secrets} | ${personal} |`,
    ),
    '',
    `Only public members: ${without.map(({ operation }) => operation).join(', ')}.`,
  ].join('\n')
}

const pathsOf = (members: readonly SdkMember[], sensitivity: Member['sensitivity']): string =>
  members
    .filter(({ name, parent }) => memberNamed(name, parent).sensitivity === sensitivity)
    .map(({ path }) => `\`${path}\``)
    .join(' ')

function claimTable(): string {
  const byHandling = new Map<string, string[]>()
  for (const { name, sensitivity } of claimList.values()) {
    const handling = `${sensitivity} |`
    byHandling.set(handling, [...(byHandling.get(handling) ?? []), name])
  }
  return table(byHandling)
}

const order = ['secret', 'personal', 'public']

function table(byHandling: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...byHandling].sort(
    ([a], [b]) =>
      order.indexOf(a.split(' ')[0] ?? '') - order.indexOf(b.split(' ')[0] ?? '') ||
      a.localeCompare(b),
  )
  return [
    '| handling | kind | names |',
    '| --- | --- | --- |',
    ...rows.map(
      ([handling, names]) => `| ${handling} | ${names.map((name) => `\`${name}\``).join(' ')} |`,
    ),
  ].join('\n')
}

function kindText(member: Member): string {
  if (member.sensitivity !== 'public') return member.kind
  if (member.holds) return `JSON: by its own members`
  return member.form ? `where it matches \`${member.form.source.replaceAll('|', '\\|')}\`` : ''
}
