import { headerMember } from '../catalogue/members/header-list.ts'
import { Secret } from '../secret/secret.ts'
import type { Attempt } from '../trace/event.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'
import { openBody } from './open-body.ts'
import { redactUrl } from './redact-url.ts'

/**
 * An attempt as it appears in a trace.
 * @param attempt in plain text, with whole strings as its bodies
 */
export function redactAttempt(attempt: Attempt, marks: MarkRegistry): Attempt {
  const { failure, requestBody, requestHeaders, response, url, ...open } = attempt
  // Bodies first: they say by their members what is secret, so that no header or URL shows it.
  const shownRequest = openBody(requestBody, marks)
  const shownResponse = response && openBody(response.body, marks)
  return {
    ...open,
    url: redactUrl(url, marks),
    requestHeaders: redactHeaders(requestHeaders, marks),
    requestBody: shownRequest,
    ...(response && {
      response: {
        ...response,
        headers: redactHeaders(response.headers, marks),
        body: shownResponse ?? '',
      },
    }),
    ...(failure && { failure: { code: failure.code, message: marks.show(failure.message) } }),
  }
}

/** Headers that are a URL or its path: of the page that called, and of the call. */
const urlHeaders: ReadonlySet<string> = new Set(['referer', ':path'])

const redactHeaders = (
  headers: Attempt['requestHeaders'],
  marks: MarkRegistry,
): Attempt['requestHeaders'] =>
  headers.map(([name, value]) => [
    name,
    urlHeaders.has(name.toLowerCase())
      ? redactUrl(value, marks)
      : marks.show(
          headerMember(name).sensitivity === 'secret' ? Secret.of('header', value) : value,
        ),
  ])
