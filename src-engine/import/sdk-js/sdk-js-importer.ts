import { utf8ToBytes } from '@noble/hashes/utils.js'
import { grouped } from '../../units/counted.ts'
import { withoutCollectorPrefixes } from '../collector-prefix.ts'
import type { Importer, ImportSink } from '../importer.ts'
import { isJsonObject, member, numberMember, textMember, type JsonObject } from '../json-object.ts'
import { LineReader, type LineSink } from '../line-reader.ts'
import type { RecordedCall } from '../recorded-call.ts'
import type { NotCaptured } from '../../trace/not-captured.ts'
import { InspectedError, notInspected, readInspected } from './inspected-value.ts'

/** `logger: console` of the AWS SDK for JavaScript 3. */
export const sdkJsImporter: Importer = {
  id: 'aws-sdk-js-log',
  title: 'AWS SDK for JavaScript log',
  recognises: (head) =>
    /^[ \t]*(?:\{ )?clientName: '\w+Client'/m.test(withoutCollectorPrefixes(head)),
  open: (sink) => new LineReader(new SdkLog(sink)),
}

const masked = '***SensitiveInformation***'
/** Characters of one printed call; more is none. */
const maxBlockLength = 4 << 20

/** Finds the objects that the logger printed: from a line that ends in `{` to one that is `}`. */
class SdkLog implements LineSink {
  readonly #sink: ImportSink
  #block: string[] = []
  #length = 0
  #beganAt = 0
  #inBlock = false

  constructor(sink: ImportSink) {
    this.#sink = sink
  }

  line(text: string, number: number): void {
    if (!this.#inBlock) {
      if (/^(?:.*\s)?\{$/.test(text) || /^(?:.*\s)?\{ clientName: /.test(text)) {
        this.#inBlock = true
        this.#beganAt = number
        this.#block = [text.slice(text.indexOf('{'))]
        this.#length = 0
        if (text.endsWith('}')) this.#close()
      }
      return
    }
    this.#length += text.length
    if (this.#length > maxBlockLength) this.#inBlock = false
    else this.#block.push(text)
    if (text === '}') this.#close()
  }

  tooLong(): void {
    this.#inBlock = false
  }

  end(): void {
    if (this.#inBlock && this.#block.some((line) => line.includes('clientName:')))
      this.#problem('The log ends within this call: it was not read.')
  }

  #close(): void {
    this.#inBlock = false
    const text = this.#block.join('\n')
    if (!/\bclientName: /.test(text)) return
    const value = readInspected(text)
    if (!value) this.#problem('This call could not be read: the log was cut off or changed.')
    else if (textMember(value, 'clientName') !== 'CognitoIdentityProviderClient')
      this.#sink.dropped()
    else this.#sink.call(recordedCall(value))
  }

  #problem(message: string): void {
    this.#sink.problem({ message, place: `line ${grouped(this.#beganAt)}` })
  }
}

function recordedCall(printed: JsonObject): RecordedCall {
  const hidden = { request: [] as string[], response: [] as string[] }
  const input = shown(member(printed, 'input'), '', hidden.request)
  const output = shown(member(printed, 'output'), '', hidden.response)
  const error = member(printed, 'error')
  const metadata = member(printed, 'metadata')
  const requestId = textMember(metadata, 'requestId')
  const refusal = error instanceof InspectedError ? error : undefined
  const answer = refusal ? { __type: refusal.errorName, message: refusal.message } : output
  const status = numberMember(metadata, 'httpStatusCode')
  return {
    operation: (textMember(printed, 'commandName') ?? '').replace(/Command$/, ''),
    request: isJsonObject(input) ? { body: utf8ToBytes(JSON.stringify(input)) } : {},
    ...(status === undefined && refusal
      ? { failure: { code: 'other', message: `${refusal.errorName}: ${refusal.message}` } }
      : {
          response: {
            status: status ?? (refusal ? 400 : 200),
            statusText: '',
            httpVersion: '',
            ...(requestId !== undefined && { headers: [['x-amzn-RequestId', requestId]] }),
            ...(isJsonObject(answer) && { body: utf8ToBytes(JSON.stringify(answer)) }),
          },
        }),
    notCaptured: [
      ...maskedMembers('request members', hidden.request),
      ...maskedMembers('response members', hidden.response),
      { part: 'request headers', reason: 'The logger of the SDK prints no headers.' },
      {
        part: 'response headers',
        reason: 'The logger of the SDK prints no headers, only the request ID.',
      },
      { part: 'start time', reason: 'The logger of the SDK prints no times.' },
    ],
  }
}

const maskedMembers = (
  part: 'request members' | 'response members',
  names: readonly string[],
): readonly NotCaptured[] =>
  names.length === 0
    ? []
    : [
        {
          part,
          reason: `The logger of the SDK hides ${names.join(', ')}. The body is put together from what it shows.`,
          advice: 'Watch the application with Authscope to see them.',
        },
      ]

/** A value without what the logger masked, whose paths are gathered. */
function shown(value: unknown, path: string, hidden: string[]): unknown {
  if (value === masked || value === notInspected) {
    hidden.push(path)
    return undefined
  }
  if (Array.isArray(value)) return value.map((each) => shown(each, path, hidden))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(
        ([name, each]) =>
          [name, shown(each, path === '' ? name : `${path}.${name}`, hidden)] as const,
      )
      .filter(([, each]) => each !== undefined),
  )
}
