import { member, textMember } from '../json-object.ts'

/** The program that wrote a HAR, as its readers have to tell them apart. */
export interface HarCreator {
  /** Name and version, as in `Playwright 1.65.1`; empty where the file does not say. */
  readonly tool: string
  readonly kind:
    | 'devtools'
    | 'firefox'
    | 'playwright'
    | 'chrome-har'
    | 'insomnia'
    | 'axios-har-tracker'
    | 'authscope'
    | 'other'
}

const kinds: readonly (readonly [pattern: RegExp, kind: HarCreator['kind']])[] = [
  [/^webinspector/i, 'devtools'],
  [/^firefox/i, 'firefox'],
  [/^playwright/i, 'playwright'],
  [/chrome-har/i, 'chrome-har'],
  [/insomnia/i, 'insomnia'],
  [/^axios-har-tracker/i, 'axios-har-tracker'],
  [/^authscope$/i, 'authscope'],
]

/** Reads the creator of a log, which may be missing or of any shape. */
export function harCreator(log: unknown): HarCreator {
  const creator = member(log, 'creator')
  const name = textMember(creator, 'name') ?? ''
  const version = textMember(creator, 'version') ?? ''
  return {
    tool: `${name} ${version}`.trim().slice(0, 80),
    kind: kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other',
  }
}
