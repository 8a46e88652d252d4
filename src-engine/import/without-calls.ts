interface OtherFile {
  readonly recognises: RegExp
  /** Why no sign-in can be read from it, and what to do. */
  readonly message: string
}

const instead = 'Export a HAR, or watch the application with Authscope.'

/** What programs write about sign-ins without the calls. */
const files: readonly OtherFile[] = [
  {
    // `[DEBUG] 26:51.123 AuthClass - …`: minutes, seconds and a name.
    recognises: /^\[(?:VERBOSE|DEBUG|INFO|WARN|ERROR)\] \d\d:\d\d\.\d{1,3} \S/m,
    message: `This is a debug log of Amplify, which has no requests and no responses. ${instead}`,
  },
  {
    recognises: /^\s*\{\s*"resourceSpans"\s*:/,
    message: `These are OpenTelemetry spans, which have no requests and no responses. ${instead}`,
  },
  {
    // A log file of events, one event as the console shows it, or `aws cloudtrail lookup-events`.
    recognises:
      /^\s*\{\s*(?:(?:"Records"\s*:\s*\[\s*\{\s*)?"eventVersion"|"Events"[^]*"CloudTrailEvent")\s*:/,
    message: `These are events of CloudTrail, which leaves out what a sign-in sends and receives. ${instead}`,
  },
  {
    recognises: /^age-encryption\.org\/v1\n/,
    message:
      'This file is encrypted. A history that Authscope exported is added by “Import an encrypted history”, or by trace import.',
  },
]

/**
 * Why nothing can be read from a file that is about sign-ins; undefined for any other file.
 * @param head the first bytes of the file as text
 */
export const whyWithoutCalls = (head: string): string | undefined =>
  files.find(({ recognises }) => recognises.test(head))?.message
