/** One record of a Python log, as far as its prefix says. */
export interface LogRecord {
  /** Milliseconds since 1970 as if the time were UTC; the zone of the log is not in it. */
  readonly localTime?: number
  readonly thread: string
  readonly logger: string
  readonly message: string
}

interface Form {
  readonly pattern: RegExp
}

const time = String.raw`(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)[,.](?<ms>\d{3})`

/** AWS CLI, boto3’s stream logger, and `logging.basicConfig`. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      `^${time} - (?<thread>[^-]*) - (?<logger>[\\w.]+) - DEBUG - (?<message>.*)$`,
      's',
    ),
  },
  { pattern: new RegExp(`^${time} (?<logger>[\\w.]+) \\[DEBUG\\] (?<message>.*)$`, 's') },
  // The section “Captured log” of pytest.
  { pattern: /^DEBUG {4}(?<logger>[\w.]+):\w+\.py:\d+ (?<message>.*)$/s },
  { pattern: /^DEBUG:(?<logger>[\w.]+):(?<message>.*)$/s },
]

const ofBotocore = /^(?:awscli\.)?(?:botocore|boto3|urllib3|awscli|vendored)\b/

/** Reads the prefix of a line; undefined where it has none and continues the line before. */
export function logRecord(line: string): LogRecord | undefined {
  for (const { pattern } of forms) {
    const groups = pattern.exec(line)?.groups
    if (!groups) continue
    const { date, logger = '', message = '', ms, thread = '', time: clock } = groups
    const localTime =
      date === undefined || clock === undefined
        ? NaN
        : Date.parse(`${date}T${clock}.${ms ?? '000'}Z`)
    return {
      ...(!Number.isNaN(localTime) && { localTime }),
      thread: thread.trim(),
      logger,
      message,
    }
  }
  return undefined
}

/** Whether a text has records of botocore. */
export const hasBotocoreRecords = (text: string): boolean =>
  text.split('\n').some((line) => {
    const record = logRecord(line.replace(/\r$/, ''))
    return record !== undefined && ofBotocore.test(record.logger)
  })
