import { base64, utf8 } from '@scure/base'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { decodeBase64Url } from '../../tokens/base64url.ts'
import type { NotCaptured } from '../../trace/not-captured.ts'
import type { ImportSink } from '../importer.ts'
import { listMember, member, numberMember, textMember } from '../json-object.ts'
import type { HarCreator } from './har-creator.ts'

/** One body of an entry: its bytes, or why they are not there. */
export interface HarBody {
  readonly body?: Uint8Array
  /** Bytes on the wire, as the file says it. */
  readonly size?: number
  /** Bytes once decompressed, as the file says it. */
  readonly contentSize?: number
  readonly notCaptured?: NotCaptured
}

/** The body of a request. */
export function requestBody(
  request: unknown,
  creator: HarCreator,
  attachment: ImportSink['attachment'],
): HarBody {
  const postData = member(request, 'postData')
  const text = textMember(postData, 'text')
  const size = sizeOf(numberMember(request, 'bodySize'))
  const said = size ? { size } : {}
  const attached = attachedBody(postData, attachment)
  if (attached) return { ...attached, ...said }
  if (text !== undefined && (text !== '' || size === undefined || size === 0)) {
    // HAR knows no encoding of a request body; Reqable writes one all the same.
    if (textMember(postData, 'encoding') === 'base64') return { body: fromBase64(text), ...said }
    return {
      body: creator.kind === 'firefox' ? fromFirefox(text) : utf8ToBytes(text),
      ...said,
    }
  }
  const reason =
    listMember(postData, 'params').length > 0
      ? 'The tool cut the body into form parameters, which do not say what was sent.'
      : (commentOf(postData) ?? `${nameOf(creator)} left the request body out of the file.`)
  return {
    ...(size !== undefined && { size }),
    notCaptured: { part: 'request body', reason, ...adviceFor(creator) },
  }
}

/** The body of a response; only for one that came. */
export function responseBody(
  response: unknown,
  creator: HarCreator,
  attachment: ImportSink['attachment'],
): HarBody {
  const content = member(response, 'content')
  const text = textMember(content, 'text')
  const contentSize = sizeOf(numberMember(content, 'size'))
  const onWire = sizeOf(numberMember(response, 'bodySize'))
  const said = contentSize ?? onWire
  const sizes = {
    ...(onWire && { size: onWire }),
    ...(contentSize && { contentSize }),
  }
  const attached = attachedBody(content, attachment)
  if (attached) return { ...attached, ...sizes }
  if (text !== undefined && (text !== '' || !said)) {
    const body = textMember(content, 'encoding') === 'base64' ? fromBase64(text) : utf8ToBytes(text)
    if (!isGzip(body)) return { body, ...sizes }
    const reason = `${nameOf(creator)} wrote the response body as it was compressed.`
    return { size: body.length, ...sizes, notCaptured: { part: 'response body', reason } }
  }
  // An answer without members, such as that of DeleteUser, has no body at all.
  if (said === 0) return { body: new Uint8Array() }
  return {
    ...(said !== undefined && { size: said }),
    notCaptured: {
      part: 'response body',
      reason: commentOf(content) ?? missingBecause(creator),
      ...adviceFor(creator),
    },
  }
}

const sizeOf = (size: number | undefined): number | undefined =>
  size !== undefined && size >= 0 ? size : undefined

const nameOf = ({ tool }: HarCreator): string => (tool === '' ? 'The tool' : tool)

function missingBecause(creator: HarCreator): string {
  return creator.kind === 'devtools'
    ? 'The browser no longer had the response body when the file was exported: the page had gone to another site by then.'
    : `${nameOf(creator)} left the response body out of the file.`
}

const advice: Readonly<Partial<Record<HarCreator['kind'], string>>> = {
  devtools: 'Export before the page goes to another site, or watch the application with Authscope.',
  playwright: 'Record with content: "embed" (recordHar) or "attach".',
  'chrome-har': 'Pass includeTextFromResponseBody: true to chrome-har.',
}

function adviceFor({ kind }: HarCreator): Pick<NotCaptured, 'advice'> {
  const found = advice[kind]
  return found === undefined ? {} : { advice: found }
}

/** HTTP Toolkit says in a comment that a body was too large for it. */
function commentOf(data: unknown): string | undefined {
  const comment = textMember(data, 'comment')
  return comment ? `The tool says: ${comment.slice(0, 200)}` : undefined
}

/** Playwright’s `attach` keeps bodies in files next to the HAR. */
function attachedBody(data: unknown, attachment: ImportSink['attachment']): HarBody | undefined {
  const name = textMember(data, '_file')
  const body = name === undefined ? undefined : attachment(name)
  return body && { body }
}

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b

function fromBase64(text: string): Uint8Array {
  try {
    return base64.decode(text)
  } catch {
    return decodeBase64Url(text.replace(/\s/g, '')).bytes
  }
}

/** Firefox writes each byte of a request body as one character: `PÃ¤sswort`. */
function fromFirefox(text: string): Uint8Array {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return utf8ToBytes(text)
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  try {
    utf8.encode(bytes)
    return bytes
  } catch {
    return utf8ToBytes(text)
  }
}
