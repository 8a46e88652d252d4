import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

import { textOf } from '../../tokens/base64url.ts'
import type { NotCaptured } from '../../trace/not-captured.ts'
import { ByteBuffer } from '../byte-buffer.ts'
import { grouped } from '../../units/counted.ts'
import { withoutCollectorPrefixes } from '../collector-prefix.ts'
import type { Importer, ImportSink } from '../importer.ts'
import { LineReader, type LineSink } from '../line-reader.ts'
import { headersByName } from '../recorded-answer.ts'
import type { RecordedCall, RecordedHeader } from '../recorded-call.ts'
import { operationOf } from '../service-call.ts'

/** `curl -v`, `--trace` and `--trace-ascii`, with or without `--trace-time`. */
export const curlImporter: Importer = {
  id: 'curl-trace',
  title: 'curl trace',
  recognises: (head) => {
    const text = withoutCollectorPrefixes(head)
    return (
      /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:=> Send header|== Info: )/m.test(text) ||
      /^> POST \S+ HTTP\//m.test(text)
    )
  },
  open: (sink) => new LineReader(new CurlTrace(sink)),
}

const traceTime = /^\d\d:\d\d:\d\d\.\d{6} /
const block = /^(?:(=>|<=) (Send|Recv) (?:SSL )?(header|data)|== Info: (.*))/

type Part = 'sent headers' | 'sent body' | 'got headers' | 'got body'

interface Exchange {
  /** As bytes, since a dump cuts characters at the end of its lines. */
  readonly parts: Readonly<Record<Part, Uint8Array[]>>
  /** A trace has the body that was sent; `-v` never has. */
  readonly traced: boolean
  readonly line: number
  secure: boolean
  failure?: NonNullable<RecordedCall['failure']>
}

class CurlTrace implements LineSink {
  readonly #sink: ImportSink
  #exchange: Exchange | undefined
  #part: Part | undefined
  #secure = false

  constructor(sink: ImportSink) {
    this.#sink = sink
  }

  line(text: string, number: number): void {
    const line = text.replace(traceTime, '')
    const found = block.exec(line)
    if (found) this.#block(found, number)
    else if (this.#exchange?.traced && this.#part) this.#dump(line, this.#part)
    else this.#verbose(line, number)
  }

  tooLong(): void {
    this.#part = undefined
  }

  end(): void {
    this.#finish()
  }

  #block([, direction, , kind, info]: RegExpExecArray, number: number): void {
    this.#part = undefined
    if (info !== undefined) this.#info(info)
    else if (direction === '=>' && kind === 'header') {
      this.#begin(true, number)
      this.#part = 'sent headers'
    } else if (direction === '=>') this.#part = 'sent body'
    else this.#part = kind === 'header' ? 'got headers' : 'got body'
  }

  /** `0000: 50 4f 53 54 … POST` in a dump, `0000: POST / HTTP/1.1` in one as text. */
  #dump(line: string, part: Part): void {
    const [, hex] = /^[0-9a-f]{4,8}: ((?:[0-9a-f]{2} ){1,16})/.exec(line) ?? []
    const [, text] = /^[0-9a-f]{4,8}: ?(.*)$/.exec(line) ?? []
    // In a text dump a whole row of hexadecimal pairs would be 47 characters of a body.
    if (hex !== undefined && /^[0-9a-f]{4,8}: (?:[0-9a-f]{2} |   ){16}/.test(line))
      this.#exchange?.parts[part].push(hexToBytes(hex.replaceAll(' ', '')))
    else if (text !== undefined)
      this.#exchange?.parts[part].push(utf8ToBytes(part.endsWith('headers') ? `${text}\n` : text))
  }

  /** `> ` and `< ` before headers, `* ` before remarks, bodies as they are. */
  #verbose(line: string, number: number): void {
    if (line.startsWith('* ')) {
      this.#info(line.slice(2))
      return
    }
    const sent = /^> ?(.*)$/.exec(line)?.[1]
    const got = /^< ?(.*)$/.exec(line)?.[1]
    if (sent !== undefined) {
      if (/^[A-Z]+ \S+ HTTP\//.test(sent)) this.#begin(false, number)
      this.#exchange?.parts['sent headers'].push(utf8ToBytes(`${sent}\n`))
    } else if (got !== undefined) this.#exchange?.parts['got headers'].push(utf8ToBytes(`${got}\n`))
    else if (/^\s*\{"/.test(line) && this.#exchange && !this.#exchange.traced)
      this.#exchange.parts['got body'].push(utf8ToBytes(line.replace(/\* Connection #.*$/, '')))
  }

  #info(text: string): void {
    if (/^(?:SSL connection using|ALPN)/.test(text)) this.#secure = true
    const failed =
      /^(?:connect to .* failed: |Failed to connect|Could not resolve host|Operation timed out|Recv failure|SSL: |transfer closed)/i.test(
        text,
      )
    if (failed && this.#exchange && this.#exchange.parts['got headers'].length === 0)
      this.#exchange.failure = { code: 'other', message: text.slice(0, 300) }
    if (/^Closing connection/.test(text)) this.#secure = false
  }

  #begin(traced: boolean, line: number): void {
    this.#finish()
    this.#exchange = {
      parts: { 'sent headers': [], 'sent body': [], 'got headers': [], 'got body': [] },
      traced,
      line,
      secure: this.#secure,
    }
  }

  #finish(): void {
    const exchange = this.#exchange
    this.#exchange = undefined
    this.#part = undefined
    if (!exchange) return
    const sent = headerLines(exchange.parts['sent headers'])
    const operation = operationOf(headersByName(sent.headers)['x-amz-target'])
    if (operation === undefined) {
      this.#sink.dropped()
      return
    }
    const call = recordedCall(exchange, sent, operation)
    this.#sink.writtenBy((headersByName(sent.headers)['user-agent'] ?? '').replace('/', ' '))
    if (exchange.parts['sent body'].length === 0 && exchange.traced)
      this.#sink.problem({
        message: 'This call has no body in the trace: it was cut off.',
        place: `line ${grouped(exchange.line)}`,
      })
    this.#sink.call(call)
  }
}

/** Cognito's messages have a few kilobytes. */
const maxMessageLength = 16 << 20

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new ByteBuffer(maxMessageLength)
  for (const part of parts) whole.append(part, 0, part.length)
  return whole.view()
}

function headerLines(parts: readonly Uint8Array[]): { first: string; headers: RecordedHeader[] } {
  const lines = textOf(joined(parts)).split(/\r?\n/)
  const begin = lines.findLastIndex((line) => /^HTTP\/|\bHTTP\/[\d.]+$/.test(line))
  const headers = lines.slice(begin + 1).flatMap((line) => {
    const [, name, value] = /^([^:\s][^:]*): ?(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value ?? ''] as const]
  })
  return { first: lines[begin] ?? '', headers }
}

function recordedCall(
  { failure, parts, secure, traced }: Exchange,
  sent: ReturnType<typeof headerLines>,
  operation: string,
): RecordedCall {
  const got = headerLines(parts['got headers'])
  const [, version = '', status] = /^HTTP\/([\d.]+) (\d{3})/.exec(got.first) ?? []
  const host = headersByName(sent.headers)['host'] ?? ''
  const path = /^[A-Z]+ (\S+) /.exec(sent.first)?.[1] ?? '/'
  const body = parts['got body'].length > 0 ? joined(parts['got body']) : undefined
  const notCaptured: readonly (NotCaptured | false)[] = [
    !traced && {
      part: 'request body',
      reason: 'curl -v does not show what it sends.',
      advice: 'Use curl --trace FILE, which has both bodies.',
    },
    !body &&
      status !== undefined && {
        part: 'response body',
        reason: 'The answer is not in this file: curl writes it to standard output.',
        advice: 'Use curl --trace FILE, which has both bodies.',
      },
    { part: 'start time', reason: 'curl writes no date beside its traces.' },
    status === undefined &&
      !failure && { part: 'response', reason: 'The trace ends before the answer.' },
  ]
  return {
    operation,
    url: `${secure || host.endsWith(':443') || /^cognito-idp\./.test(host) ? 'https' : 'http'}://${host}${path}`,
    request: {
      headers: sent.headers,
      ...(traced && { body: joined(parts['sent body']) }),
    },
    ...(status !== undefined && {
      response: {
        status: Number(status),
        statusText: '',
        httpVersion: version,
        headers: got.headers,
        ...(body && { body: withoutChunks(body, got.headers) }),
      },
    }),
    ...(status === undefined && failure && { failure }),
    notCaptured: notCaptured.filter((one) => one !== false),
  }
}

/** A chunked answer is in a trace with the sizes of its chunks. */
function withoutChunks(body: Uint8Array, headers: readonly RecordedHeader[]): Uint8Array {
  if (headersByName(headers)['transfer-encoding'] !== 'chunked') return body
  const [begin, end] = [body.indexOf(0x7b), body.lastIndexOf(0x7d)]
  return begin < 0 || end < begin ? body : body.subarray(begin, end + 1)
}
