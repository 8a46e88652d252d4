import { aboutMarks } from './har.ts'

/** A HAR of one sign-in, as a part of a HAR of several. */
interface HarPart {
  readonly creator: object
  readonly pages: readonly object[]
  readonly entries: readonly object[]
}

/**
 * A HAR of one sign-in as a page of a HAR of several.
 * @param file as `toHar` writes it
 * @param number of the page, from 1
 */
function harPart(file: string, number: number): HarPart {
  const { log } = JSON.parse(file) as { readonly log: HarPart }
  const id = `sign-in ${String(number)}`
  return {
    creator: log.creator,
    pages: log.pages.map((page) => ({ ...page, id })),
    entries: log.entries.map((entry) => ({ ...entry, pageref: id })),
  }
}

/** What a HAR of several sign-ins says of itself. */
export const harOfSeveral = (count: number): string =>
  `${String(count)} Amazon Cognito sign-ins, a page for each. ${aboutMarks}`

/** HARs of one sign-in each as one HAR with a page for each. */
export function joinHars(files: readonly string[]): string {
  const parts = files.map((file, index) => harPart(file, index + 1))
  const joined = {
    version: '1.2',
    creator: parts[0]?.creator,
    pages: parts.flatMap(({ pages }) => pages),
    entries: parts.flatMap(({ entries }) => entries),
    comment: harOfSeveral(parts.length),
  }
  return `${JSON.stringify({ log: joined }, null, 2)}\n`
}
