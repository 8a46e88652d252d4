/** A value of a HAR file, by its path; complaints are collected, so that all are seen at once. */
class Reader {
  readonly validationErrors: string[] = []

  object(value: unknown, at: string, members: Readonly<Record<string, string>>): void {
    if (typeof value !== 'object' || value === null) {
      this.validationErrors.push(`${at} is no object`)
      return
    }
    for (const [name, type] of Object.entries(members)) {
      const member: unknown = Reflect.get(value, name)
      const is = Array.isArray(member) ? 'array' : typeof member
      if (is !== type) this.validationErrors.push(`${at}.${name} is ${is}, not ${type}`)
    }
  }

  date(value: unknown, at: string): void {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(value)))
      this.validationErrors.push(`${at} is no ISO 8601 date and time`)
  }
}

type Json = Readonly<Record<string, unknown>>
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : [])
const inside = (value: unknown): Json => (typeof value === 'object' && value ? (value as Json) : {})

/**
 * What of a parsed file does not fulfil HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/):
 * its required members, their types, and that the phases of a call add up to its time.
 */
export function validateHar(har: unknown): readonly string[] {
  const reader = new Reader()
  reader.object(har, 'har', { log: 'object' })
  const log = inside(inside(har)['log'])
  reader.object(log, 'log', { version: 'string', creator: 'object', entries: 'array' })
  reader.object(log['creator'], 'creator', { name: 'string', version: 'string' })
  if (log['version'] !== '1.2') reader.validationErrors.push('log.version is not 1.2')
  const pages = new Set(list(log['pages']).map(({ id }) => id))
  for (const page of list(log['pages'])) {
    reader.object(page, 'page', { id: 'string', title: 'string', pageTimings: 'object' })
    reader.date(page['startedDateTime'], 'page.startedDateTime')
  }
  for (const [index, entry] of list(log['entries']).entries()) {
    const at = `entries[${index}]`
    readEntry(reader, entry, at)
    if (entry['pageref'] !== undefined && !pages.has(entry['pageref']))
      reader.validationErrors.push(`${at}.pageref names no page`)
  }
  return reader.validationErrors
}

function readEntry(reader: Reader, entry: Json, at: string): void {
  reader.object(entry, at, {
    time: 'number',
    request: 'object',
    response: 'object',
    cache: 'object',
    timings: 'object',
  })
  reader.date(entry['startedDateTime'], `${at}.startedDateTime`)
  const request = inside(entry['request'])
  reader.object(request, `${at}.request`, {
    method: 'string',
    url: 'string',
    httpVersion: 'string',
    cookies: 'array',
    headers: 'array',
    queryString: 'array',
    headersSize: 'number',
    bodySize: 'number',
  })
  if (request['postData'])
    reader.object(request['postData'], `${at}.postData`, { mimeType: 'string', text: 'string' })
  const response = inside(entry['response'])
  reader.object(response, `${at}.response`, {
    status: 'number',
    statusText: 'string',
    httpVersion: 'string',
    cookies: 'array',
    headers: 'array',
    content: 'object',
    redirectURL: 'string',
    headersSize: 'number',
    bodySize: 'number',
  })
  reader.object(response['content'], `${at}.content`, { size: 'number', mimeType: 'string' })
  for (const header of [...list(request['headers']), ...list(response['headers'])])
    reader.object(header, `${at}.headers`, { name: 'string', value: 'string' })
  const timings = inside(entry['timings'])
  reader.object(timings, `${at}.timings`, { send: 'number', wait: 'number', receive: 'number' })
  const sum = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive']
    .map((phase) => Number(timings[phase] ?? -1))
    .reduce((total, phase) => total + Math.max(0, phase), 0)
  if (Math.abs(sum - Number(entry['time'])) > 0.001)
    reader.validationErrors.push(`${at}.time is ${String(entry['time'])}, its phases are ${sum}`)
}
