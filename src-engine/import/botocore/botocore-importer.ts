import type { Importer, ImportSink } from '../importer.ts'
import { clockAhead } from '../clock-ahead.ts'
import { grouped } from '../../units/counted.ts'
import { withoutCollectorPrefixes } from '../collector-prefix.ts'
import { LineReader, type LineSink } from '../line-reader.ts'
import { readPythonLiteral, type PythonValue } from '../python/python-literal.ts'
import { headersByName } from '../recorded-answer.ts'
import type { RecordedCall, RecordedHeader } from '../recorded-call.ts'
import { operationOf } from '../service-call.ts'
import { textOf } from '../../tokens/base64url.ts'
import { botocoreFailure } from './botocore-failure.ts'
import { hasBotocoreRecords, logRecord, type LogRecord } from './log-record.ts'

/** `aws --debug`, and the stream logger of boto3 and botocore. */
export const botocoreImporter: Importer = {
  id: 'botocore-log',
  title: 'AWS CLI or botocore log',
  recognises: (head) => hasBotocoreRecords(withoutCollectorPrefixes(head)),
  open: (sink) => new LineReader(new BotocoreLog(sink)),
}

/** What "Making request" says; every attempt sends it. */
interface LoggedRequest {
  /** Nothing for another service. */
  readonly operation: string | undefined
  readonly body: Uint8Array | undefined
  readonly url: string | undefined
}

interface Attempt {
  readonly request: LoggedRequest
  readonly headers: readonly RecordedHeader[]
  readonly url: string | undefined
  readonly sentAt: number | undefined
  answeredAt?: number
  status?: number
  answerHeaders?: readonly RecordedHeader[]
  body?: Uint8Array
  failure?: NonNullable<RecordedCall['failure']>
}

interface Thread {
  request: LoggedRequest | undefined
  attempt: Attempt | undefined
  awaitsBody: boolean
}

const making = /^Making request for OperationModel\(name=(\w+)\).*? with params: /s
const sending = /^Sending http request: <AWSPreparedRequest /
const statusLine = / "[A-Z]+ \S+ HTTP\/[\d.]+" (\d{3}) /

/** Reads the records of a log; those of several threads may be interleaved. */
class BotocoreLog implements LineSink {
  readonly #sink: ImportSink
  readonly #threads = new Map<string, Thread>()
  readonly #attempts: Attempt[] = []
  readonly #ids = new Set<string>()
  #last: Thread | undefined

  constructor(sink: ImportSink) {
    this.#sink = sink
  }

  line(text: string, number: number): void {
    const record = logRecord(text)
    if (record) this.#record(record, number)
    else if (this.#last?.awaitsBody && text !== '') this.#takeBody(this.#last, text, number)
    else if (this.#last?.attempt && !this.#last.attempt.answerHeaders) {
      const failure = botocoreFailure(text)
      if (failure) this.#last.attempt.failure = failure
    }
  }

  tooLong(number: number): void {
    this.#sink.problem({
      message: 'This line is longer than 16 MB: it was not read.',
      place: `line ${grouped(number)}`,
    })
  }

  end(): void {
    for (const thread of this.#threads.values()) this.#finish(thread)
    const offset = zoneOffset(this.#attempts)
    for (const attempt of this.#attempts) this.#sink.call(recordedCall(attempt, offset))
  }

  #record({ localTime, message, thread: name }: LogRecord, number: number): void {
    const thread = this.#threads.get(name) ?? {
      request: undefined,
      attempt: undefined,
      awaitsBody: false,
    }
    this.#threads.set(name, thread)
    this.#last = thread
    thread.awaitsBody = false
    const request = making.exec(message)
    if (request) {
      this.#finish(thread)
      thread.request = this.#loggedRequest(message.slice(request[0].length), number)
      if (thread.request?.operation === undefined) this.#sink.dropped()
    } else if (sending.test(message)) {
      this.#finish(thread)
      this.#send(thread, message, localTime)
    } else if (thread.attempt) this.#answer(thread, thread.attempt, message, localTime, number)
  }

  #loggedRequest(params: string, number: number): LoggedRequest | undefined {
    const dict = readPythonLiteral(params)?.value
    if (!isDict(dict)) {
      this.#sink.problem({
        message: 'The request in this line could not be read: it was cut off or changed.',
        place: `line ${grouped(number)}`,
      })
      return undefined
    }
    const target = headersOf(dict.get('headers')).find(
      ([name]) => name.toLowerCase() === 'x-amz-target',
    )
    const body = dict.get('body')
    const url = dict.get('url')
    return {
      operation: operationOf(target?.[1]),
      body: body instanceof Uint8Array ? body : undefined,
      url: typeof url === 'string' ? url : undefined,
    }
  }

  #send(thread: Thread, message: string, localTime: number | undefined): void {
    if (thread.request?.operation === undefined) return
    const at = message.indexOf('headers=')
    const headers = at < 0 ? undefined : readPythonLiteral(message, at + 'headers='.length)?.value
    const pairs = headersOf(headers)
    const agent = headersByName(pairs)['user-agent'] ?? ''
    this.#sink.writtenBy(
      (/^(?:aws-cli|Boto3|Botocore)\/[\w.]+/i.exec(agent)?.[0] ?? '').replace('/', ' '),
    )
    thread.attempt = {
      request: thread.request,
      headers: pairs,
      url: /\burl=(\S{1,2000}?),? /.exec(message)?.[1] ?? thread.request.url,
      sentAt: localTime,
    }
  }

  #answer(
    thread: Thread,
    attempt: Attempt,
    message: string,
    localTime: number | undefined,
    number: number,
  ): void {
    const status = statusLine.exec(message)?.[1]
    if (status !== undefined) attempt.status = Number(status)
    else if (message.startsWith('Response headers: ')) {
      // A refusal is logged twice.
      if (attempt.answerHeaders) return
      attempt.answerHeaders = headersOf(
        readPythonLiteral(message, 'Response headers: '.length)?.value,
      )
      if (localTime !== undefined) attempt.answeredAt = localTime
    } else if (message.startsWith('Response body:')) {
      const rest = message.slice('Response body:'.length).trim()
      if (rest === '') thread.awaitsBody = true
      else this.#takeBody(thread, rest, number)
    }
  }

  #takeBody(thread: Thread, text: string, number: number): void {
    thread.awaitsBody = false
    if (!thread.attempt || thread.attempt.body) return
    const value = readPythonLiteral(text)?.value
    if (value instanceof Uint8Array) thread.attempt.body = value
    else
      this.#sink.problem({
        message: 'The answer in this line could not be read: it was cut off or changed.',
        place: `line ${grouped(number)}`,
      })
  }

  #finish(thread: Thread): void {
    const { attempt } = thread
    thread.attempt = undefined
    if (!attempt) return
    const headers = headersByName(attempt.headers)
    const id = `${headers['amz-sdk-invocation-id'] ?? ''} ${headers['amz-sdk-request'] ?? ''}`
    // Two handlers of one program, as those of pytest, log each call twice.
    if (id !== ' ' && this.#ids.has(id)) return
    this.#ids.add(id)
    this.#attempts.push(attempt)
  }
}

const isDict = (value: PythonValue | undefined): value is ReadonlyMap<string, PythonValue> =>
  value instanceof Map

function headersOf(value: PythonValue | undefined): readonly RecordedHeader[] {
  if (!isDict(value)) return []
  return [...value].map(([name, each]) => [
    name,
    each instanceof Uint8Array ? textOf(each) : typeof each === 'string' ? each : '',
  ])
}

const quarterHour = 15 * 60 * 1000

/** The log’s times are local and have no zone; the Date header of an answer tells it. */
function zoneOffset(attempts: readonly Attempt[]): number | undefined {
  for (const { answerHeaders, answeredAt } of attempts) {
    const date = Date.parse(headersByName(answerHeaders ?? [])['date'] ?? '')
    if (answeredAt !== undefined && !Number.isNaN(date))
      return Math.round((date - answeredAt) / quarterHour) * quarterHour
  }
  return undefined
}

function recordedCall(attempt: Attempt, offset: number | undefined): RecordedCall {
  const { answerHeaders, answeredAt, body, failure, headers, request, sentAt } = attempt
  const url = attempt.url
  const at = sentAt === undefined || offset === undefined ? undefined : sentAt + offset
  const durationMs =
    sentAt === undefined || answeredAt === undefined ? undefined : answeredAt - sentAt
  const ahead = clockAhead(answerHeaders ?? [], at, durationMs)
  const refused = headersByName(answerHeaders ?? [])['x-amzn-errortype'] !== undefined
  return {
    operation: request.operation ?? '',
    ...(at !== undefined && { at }),
    ...(durationMs !== undefined && { durationMs }),
    ...(url !== undefined && { url }),
    request: { headers, ...(request.body && { body: request.body }) },
    ...(answerHeaders && {
      response: {
        status: attempt.status ?? (refused ? 400 : 200),
        statusText: '',
        httpVersion: '1.1',
        headers: answerHeaders,
        ...(body && { body }),
      },
    }),
    ...(!answerHeaders && failure && { failure }),
    ...(ahead !== undefined && { clockAhead: ahead }),
    notCaptured: [
      ...(at === undefined
        ? [
            {
              part: 'start time',
              reason: 'No answer in the log says in which zone its times are.',
            } as const,
          ]
        : []),
      {
        part: 'timings',
        reason: 'The log says when a call began and was answered, not its phases.',
      },
      ...(!answerHeaders && !failure
        ? [{ part: 'response', reason: 'The log ends before the answer.' } as const]
        : []),
    ],
  }
}
