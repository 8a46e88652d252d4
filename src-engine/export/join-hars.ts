import { aboutMarks } from './har.ts'

interface HarDocument {
  readonly log: {
    readonly version: string
    readonly creator: object
    readonly pages: readonly object[]
    readonly entries: readonly object[]
  }
}

/** HARs of one sign-in each, as `toHar` writes them, as one HAR with a page for each. */
export function joinHars(files: readonly string[]): string {
  const logs = files.map((file) => (JSON.parse(file) as HarDocument).log)
  const numbered = logs.map((log, index) => ({ log, id: `sign-in ${String(index + 1)}` }))
  const joined = {
    version: '1.2',
    creator: logs[0]?.creator ?? { name: 'Authscope', version: '' },
    pages: numbered.flatMap(({ id, log }) => log.pages.map((page) => ({ ...page, id }))),
    entries: numbered.flatMap(({ id, log }) =>
      log.entries.map((entry) => ({ ...entry, pageref: id })),
    ),
    comment: `${String(logs.length)} Amazon Cognito sign-ins, a page for each. ${aboutMarks}`,
  }
  return `${JSON.stringify({ log: joined }, null, 2)}\n`
}
