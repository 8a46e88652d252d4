const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)`
/** A time as of GitHub Actions, kubectl and Docker, with GitLab’s stream (`00O `), or Jenkins’ `[time] `. */
const timestamp = String.raw`(?:\[${time}\]|${time}(?: \d\d[OE](?=[ +]))?)(?:[ \t+]|$)`
/** `app-1  | ` of docker compose. */
const service = String.raw`[\w.-]{1,100}[-_]\d+ +\| ?`
const prefix = new RegExp(String.raw`^(?:${timestamp}|${service})+`)

/** A line of a log without what CI services and log collectors put before it. */
export const withoutCollectorPrefix = (line: string): string => line.replace(prefix, '')

/** The beginning of a log, as its importer recognises it. */
export const withoutCollectorPrefixes = (head: string): string =>
  head.split('\n').map(withoutCollectorPrefix).join('\n')
