import { utf8ToBytes } from '@noble/hashes/utils.js'
import { textOf } from '../../tokens/base64url.ts'
import { ByteBuffer } from '../byte-buffer.ts'
import type { Importer, ImportReader, ImportSink } from '../importer.ts'
import { isJsonObject, listMember, member, numberMember, textMember } from '../json-object.ts'
import { headersByName } from '../recorded-answer.ts'
import type { RecordedCall, RecordedHeader } from '../recorded-call.ts'
import { operationOf } from '../service-call.ts'

const maxBytes = 64 << 20

/** The JSON report of newman, Postman’s command line. */
export const newmanImporter: Importer = {
  id: 'newman-report',
  title: 'Newman report',
  recognises: (head) => /^\s*\{\s*"collection"\s*:/.test(head),
  open: (sink) => new ReportReader(sink, newmanExchanges),
}

/** The JSON report of bru, Bruno’s command line. */
export const bruImporter: Importer = {
  id: 'bru-report',
  title: 'Bruno report',
  recognises: (head) =>
    /^\s*\[?\s*\{\s*"(?:iterationIndex|summary|results)"\s*:/.test(head) && !/"log"\s*:/.test(head),
  open: (sink) => new ReportReader(sink, bruExchanges),
}

/** One exchange as a report has it. */
interface ReportedExchange {
  readonly url: string | undefined
  readonly sent: readonly RecordedHeader[]
  readonly request: Uint8Array | undefined
  readonly status: number | undefined
  readonly got: readonly RecordedHeader[]
  readonly response: Uint8Array | undefined
  readonly durationMs: number | undefined
  readonly error: string | undefined
}

class ReportReader implements ImportReader {
  readonly #sink: ImportSink
  readonly #exchanges: (report: unknown) => readonly ReportedExchange[]
  readonly #bytes = new ByteBuffer(maxBytes)

  constructor(sink: ImportSink, exchanges: (report: unknown) => readonly ReportedExchange[]) {
    this.#sink = sink
    this.#exchanges = exchanges
  }

  feed(chunk: Uint8Array): void {
    this.#bytes.append(chunk, 0, chunk.length)
  }

  end(): void {
    const report = this.#bytes.overflowed ? undefined : parsed(textOf(this.#bytes.view()))
    if (report === undefined) {
      this.#sink.problem({
        message: this.#bytes.overflowed
          ? 'The report is larger than 64 MB.'
          : 'The report is not complete JSON: it was cut off.',
      })
      return
    }
    for (const exchange of this.#exchanges(report)) {
      const operation = operationOf(headersByName(exchange.sent)['x-amz-target'])
      if (operation === undefined) this.#sink.dropped()
      else this.#sink.call(recordedCall(exchange, operation))
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown
  } catch {
    return undefined
  }
}

function newmanExchanges(report: unknown): readonly ReportedExchange[] {
  return listMember(member(report, 'run'), 'executions').map((execution) => {
    const request = member(execution, 'request')
    const response = member(execution, 'response')
    const raw = textMember(member(request, 'body'), 'raw')
    const stream = listMember(member(response, 'stream'), 'data')
    return {
      url: newmanUrl(member(request, 'url')),
      sent: pairs(member(request, 'header'), 'key'),
      request: raw === undefined ? undefined : utf8ToBytes(raw),
      status: numberMember(response, 'code'),
      got: pairs(member(response, 'header'), 'key'),
      response: response === undefined ? undefined : Uint8Array.from(stream, Number),
      durationMs: numberMember(response, 'responseTime'),
      error: textMember(member(execution, 'requestError'), 'message'),
    }
  })
}

function newmanUrl(url: unknown): string | undefined {
  if (typeof url === 'string') return url
  const host = listMember(url, 'host').join('.')
  if (host === '') return undefined
  const port = textMember(url, 'port')
  const path = listMember(url, 'path').join('/')
  return `${textMember(url, 'protocol') ?? 'https'}://${host}${port ? `:${port}` : ''}/${path}`
}

function bruExchanges(report: unknown): readonly ReportedExchange[] {
  const iterations = Array.isArray(report) ? (report as readonly unknown[]) : [report]
  return iterations
    .flatMap((iteration) => listMember(iteration, 'results'))
    .map((result) => {
      const request = member(result, 'request')
      const response = member(result, 'response')
      const status = numberMember(response, 'status')
      return {
        url: textMember(request, 'url'),
        sent: pairs(member(request, 'headers')),
        request: bodyOf(member(request, 'data')),
        status,
        got: pairs(member(response, 'headers')),
        response: bodyOf(member(response, 'data')),
        durationMs: numberMember(response, 'responseTime'),
        error: textMember(result, 'error'),
      }
    })
}

const bodyOf = (data: unknown): Uint8Array | undefined =>
  data === undefined || data === null
    ? undefined
    : utf8ToBytes(typeof data === 'string' ? data : JSON.stringify(data))

/** Headers as a list of pairs or as an object. */
function pairs(headers: unknown, key = 'name'): readonly RecordedHeader[] {
  if (Array.isArray(headers))
    return headers.flatMap((header) => {
      const name = textMember(header, key)
      return name === undefined ? [] : [[name, textMember(header, 'value') ?? ''] as const]
    })
  return isJsonObject(headers)
    ? Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
    : []
}

function recordedCall(exchange: ReportedExchange, operation: string): RecordedCall {
  const { durationMs, error, got, request, response, sent, status, url } = exchange
  const answered = status !== undefined && status > 0
  return {
    operation,
    ...(durationMs !== undefined && { durationMs }),
    ...(url !== undefined && { url }),
    request: { headers: sent, ...(request && { body: request }) },
    ...(answered && {
      response: {
        status,
        statusText: '',
        httpVersion: '',
        headers: got,
        ...(response && { body: response }),
      },
    }),
    ...(!answered &&
      error !== undefined && { failure: { code: 'other', message: error.slice(0, 300) } }),
    notCaptured: [
      { part: 'start time', reason: 'The report says how long a call took, not when it was.' },
    ],
  }
}
