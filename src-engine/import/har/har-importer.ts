import { textOf } from '../../tokens/base64url.ts'
import { grouped } from '../../units/counted.ts'
import type { Importer, ImportReader, ImportSink } from '../importer.ts'
import {
  isJsonObject,
  listMember,
  member,
  parseJsonObject,
  parseTolerantly,
  textMember,
  type JsonObject,
} from '../json-object.ts'
import { isServiceUrl, operationOf, operationOfBody } from '../service-call.ts'
import { requestBody } from './har-body.ts'
import { harCall } from './har-call.ts'
import { harCreator, type HarCreator } from './har-creator.ts'
import { instantOf } from './har-times.ts'
import { oauthEntries } from './oauth-refusal.ts'
import { ownOperation, ownPages } from './own-har.ts'
import { HarScanner, type ScannedEntry } from './har-scanner.ts'

/** Bytes of entries that are held at most: their creator may be at the end of the file. */
const maxBufferedBytes = 96 << 20

/** HAR of any program, 1.1 and 1.2, with its wrapper or without. */
export const harImporter: Importer = {
  id: 'har',
  title: 'HAR',
  recognises: (head) => /^\s*\{/.test(head) && /"(log|entries|creator)"\s*:\s*[[{]/.test(head),
  open: (sink) => new HarReader(sink),
}

const unknownOperation = 'unknown operation'

/** Managed login is OAuth in the browser: its calls are not those that a sign-in is made of here. */
const managedLogin = /https?:\/\/[\w.-]+\.amazoncognito\.com[/"?]/
/** Bytes of an entry in which its address stands. */
const headOfEntry = 16 * 1024

interface BufferedEntry {
  readonly number: number
  readonly value: JsonObject
}

class HarReader implements ImportReader {
  readonly #sink: ImportSink
  readonly #scanner: HarScanner
  readonly #entries: BufferedEntry[] = []
  #bufferedBytes = 0
  #full = false
  #hasManagedLogin = false
  readonly #oauth = oauthEntries()
  #ownPages: ReturnType<typeof ownPages> = new Map()

  constructor(sink: ImportSink) {
    this.#sink = sink
    this.#scanner = new HarScanner({
      entry: (entry) => {
        this.#hold(entry)
      },
      other: (bytes, number) => {
        sink.dropped()
        const head = textOf(bytes.subarray(0, headOfEntry))
        this.#hasManagedLogin ||= managedLogin.test(head)
        if (head.includes('/oauth2/'))
          this.#explainOAuth(parseJsonObject(textOf(bytes)), placeOf(number))
      },
      tooLarge: (number) => {
        sink.dropped()
        sink.problem({
          message: 'This entry is larger than 24 MB, as no call to Cognito is: it was not read.',
          place: placeOf(number),
        })
      },
    })
  }

  feed(chunk: Uint8Array): void {
    this.#scanner.feed(chunk)
  }

  end(): void {
    this.#scanner.end()
    const skeleton: unknown = parseTolerantly(textOf(this.#scanner.skeleton))
    const log = isJsonObject(member(skeleton, 'log')) ? member(skeleton, 'log') : skeleton
    const creator = harCreator(log)
    this.#sink.writtenBy(creator.tool)
    if (creator.kind === 'authscope') this.#ownPages = ownPages(log)
    this.#sayWhatIsBroken()
    this.#tellPreflights()
    for (const entry of this.#entries) this.#tell(entry, creator)
    if (this.#entries.length === 0 && this.#hasManagedLogin)
      this.#sink.problem({
        message:
          'This HAR file has calls to managed login (amazoncognito.com), of which Authscope explains only refused token requests, and none of the user pools API, such as InitiateAuth.',
      })
  }

  #explainOAuth(entry: unknown, place: string): void {
    const refusal = this.#oauth.refusalOf(entry)
    if (refusal !== undefined) this.#sink.problem({ message: refusal, place })
  }

  #hold({ bytes, number, offset, whole }: ScannedEntry): void {
    if (this.#full) return
    if (this.#bufferedBytes + bytes.length > maxBufferedBytes) {
      this.#full = true
      this.#sink.problem({
        message: 'Calls to Cognito of more than 96 MB are in this file: the first ones were read.',
        place: placeOf(number),
      })
      return
    }
    const text = textOf(bytes)
    const value = parseJsonObject(text) ?? parseJsonObject(withoutNaN(text))
    const partial = value ?? parseTolerantly(text)
    if (!value && whole)
      this.#sink.problem({
        message: 'This entry is no JSON: what could be read of it is shown.',
        place: `${placeOf(number)}, byte ${grouped(offset)}`,
      })
    if (!isJsonObject(partial)) return
    this.#bufferedBytes += bytes.length
    this.#entries.push({ number, value: partial })
  }

  #sayWhatIsBroken(): void {
    const { brokenAt, complete, count: entries, foundEntries } = this.#scanner
    if (brokenAt !== undefined)
      this.#sink.problem({
        message: 'The JSON of the file is malformed here: everything before this place was read.',
        place: `byte ${grouped(brokenAt)}, after entry ${grouped(entries)}`,
      })
    else if (!complete)
      this.#sink.problem({
        message: 'The file was cut off before its end. What is there was read.',
        place: `after entry ${grouped(entries)}`,
      })
    else if (!foundEntries)
      this.#sink.problem({ message: 'The file has no list of entries: it holds no recording.' })
  }

  #tell({ number, value }: BufferedEntry, creator: HarCreator): void {
    const { attachment } = this.#sink
    if (isPreflight(value)) return
    const request = member(value, 'request')
    const target = headerOf(request, 'x-amz-target')
    const named =
      operationOf(target) ?? (creator.kind === 'authscope' ? ownOperation(value) : undefined)
    const operation = named ?? this.#operationOf(request, creator)
    if (operation === undefined) {
      this.#sink.dropped()
      this.#explainOAuth(value, placeOf(number))
      return
    }
    if (named === undefined)
      this.#sink.problem({
        message: `This call has no X-Amz-Target, with which Cognito finds the operation; by its body it is ${operation === unknownOperation ? 'none that is known' : operation}.`,
        place: placeOf(number),
      })
    const call = harCall(value, operation, creator, attachment)
    this.#sink.call({ ...call, ...this.#ownPages.get(textMember(value, 'pageref') ?? '') })
  }

  #operationOf(request: unknown, creator: HarCreator): string | undefined {
    if (textMember(request, 'method')?.toUpperCase() !== 'POST') return undefined
    const { body } = requestBody(request, creator, this.#sink.attachment)
    const found = body && operationOfBody(parseJsonObject(textOf(body)))
    if (found !== undefined) return found
    return isServiceUrl(textMember(request, 'url') ?? '') ? unknownOperation : undefined
  }

  /** A preflight whose call is not there is the only trace of one that failed. */
  #tellPreflights(): void {
    const { brokenAt, complete } = this.#scanner
    const why =
      complete && brokenAt === undefined
        ? 'the call failed or was blocked, and the tool leaves out calls without an answer'
        : 'it may be in the part of the file that was not read'
    const calls = this.#entries.filter(({ value }) => !isPreflight(value)).map(spanOf)
    for (const entry of this.#entries.filter(({ value }) => isPreflight(value))) {
      const { from, url } = spanOf(entry)
      const request = member(entry.value, 'request')
      const requestedHeaders = headerOf(request, 'access-control-request-headers') ?? ''
      this.#sink.dropped()
      if (!/x-amz-target/i.test(requestedHeaders)) continue
      const answered = calls.some(
        (call) => call.url === url && call.to >= from && call.from - from <= patience,
      )
      if (!answered)
        this.#sink.problem({
          message: `A preflight to ${originOf(url)} is not followed by its call: ${why}.`,
          place: placeOf(entry.number),
        })
    }
  }
}

/** Milliseconds within which a call follows its preflight. */
const patience = 2000

function spanOf({ value }: BufferedEntry) {
  const from = instantOf(textMember(value, 'startedDateTime')) ?? 0
  const time = Number(member(value, 'time'))
  return {
    url: textMember(member(value, 'request'), 'url') ?? '',
    from,
    // The call may begin before its preflight, and lasts until after it.
    to: from + (time > 0 ? time : 0) + patience,
  }
}

const isPreflight = (entry: JsonObject): boolean =>
  textMember(member(entry, 'request'), 'method')?.toUpperCase() === 'OPTIONS'

const originOf = (url: string): string => /^https?:\/\/[^/?#@]+/i.exec(url)?.[0] ?? 'its endpoint'

const placeOf = (number: number): string => `entry ${grouped(number)}`

function headerOf(message: unknown, wanted: string): string | undefined {
  const found = listMember(message, 'headers').find(
    (header) => textMember(header, 'name')?.toLowerCase() === wanted,
  )
  return textMember(found, 'value')
}

/** Some tools write numbers that JSON does not know. Texts are left as they are. */
function withoutNaN(text: string): string {
  let result = ''
  let from = 0
  let inText = false
  // Token by token: an expression for a whole text would overflow its stack on a long one.
  for (const { 0: token, index } of text.matchAll(/\\.|"|-?\b(?:NaN|Infinity)\b/gs)) {
    if (token === '"') inText = !inText
    else if (!inText && !token.startsWith('\\')) {
      result += `${text.slice(from, index)}null`
      from = index + token.length
    }
  }
  return result + text.slice(from)
}
