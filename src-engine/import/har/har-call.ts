import type { CapturedPart, NotCaptured } from '../../trace/not-captured.ts'
import { unknownUrl } from '../../trace/unknown-url.ts'
import { clockAhead } from '../clock-ahead.ts'
import type { ImportSink } from '../importer.ts'
import { listMember, member, numberMember, textMember } from '../json-object.ts'
import type { RecordedCall, RecordedHeader } from '../recorded-call.ts'
import { ownMembers } from './own-har.ts'
import { requestBody, responseBody } from './har-body.ts'
import type { HarCreator } from './har-creator.ts'
import { harConnection } from './har-connection.ts'
import { harFailure, ownFailure } from './har-failure.ts'
import { harTimes } from './har-times.ts'

/** One entry of a HAR as a recorded call, whichever program wrote it. */
export function harCall(
  entry: unknown,
  operation: string,
  creator: HarCreator,
  attachment: ImportSink['attachment'],
): RecordedCall {
  const request = member(entry, 'request')
  const response = member(entry, 'response')
  const status = numberMember(response, 'status') ?? 0
  const sent = requestBody(request, creator, attachment)
  const received = status > 0 ? responseBody(response, creator, attachment) : undefined
  const own = creator.kind === 'authscope' ? ownMembers(entry) : undefined
  const { clockAhead: ownClock, notCaptured: ownMissing = [], tls, ...ofOwn } = own ?? {}
  const ownLacks = (part: CapturedPart) => ownMissing.some((one) => one.part === part)
  const times = withoutUnknown(harTimes(entry, creator), ownMissing)
  const failure = ownLacks('response')
    ? undefined
    : own
      ? // Marks stand for longer secrets: the length says nothing, and what was cut off says so.
        ownFailure(response)
      : harFailure(response, received?.body)
  const url = textMember(request, 'url')
  const headers = received && headersOf(response)
  const connection = harConnection(entry, creator)
  const ahead = own ? ownClock : clockAhead(headers ?? [], times.at, times.durationMs)
  const found: readonly (NotCaptured | undefined)[] = [
    sent.notCaptured,
    // A cut answer is explained by its failure.
    failure ? undefined : received?.notCaptured,
    times.at === undefined ? noTime(creator) : undefined,
    times.phases === undefined && times.at !== undefined ? noPhases(creator) : undefined,
  ]
  return {
    operation,
    ...times,
    ...(url !== undefined && url !== unknownUrl && { url }),
    request: {
      ...(!ownLacks('request headers') && { headers: headersOf(request) }),
      ...(sent.body && { body: sent.body }),
      ...(sent.size !== undefined && { size: sent.size }),
    },
    ...(received && {
      response: {
        status,
        statusText: textMember(response, 'statusText') ?? '',
        httpVersion: httpVersion(textMember(response, 'httpVersion')),
        // A log may have none but the request id.
        ...((!ownLacks('response headers') || headers?.length) && { headers: headers ?? [] }),
        ...(received.body && { body: received.body }),
        ...(received.size !== undefined && { size: received.size }),
        ...(received.contentSize !== undefined && { contentSize: received.contentSize }),
      },
    }),
    ...(failure && { failure }),
    ...((connection ?? tls) && { connection: { ...connection, ...(tls && { tls }) } }),
    ...(ahead !== undefined && { clockAhead: ahead }),
    ...ofOwn,
    notCaptured: [
      ...ownMissing,
      ...found.filter((one) => one !== undefined).filter(({ part }) => !ownLacks(part)),
    ],
  }
}

type Times = ReturnType<typeof harTimes>

/** HAR has no word for an unknown time, so that our own files have other ones in their place. */
function withoutUnknown({ at, phases, ...rest }: Times, lacking: readonly NotCaptured[]): Times {
  const lacks = (part: CapturedPart) => lacking.some((one) => one.part === part)
  return {
    ...rest,
    ...(at !== undefined && !lacks('start time') && { at }),
    ...(phases && !lacks('timings') && { phases }),
  }
}

const noPhases = ({ kind }: HarCreator): NotCaptured => ({
  part: 'timings',
  reason:
    kind === 'axios-har-tracker'
      ? 'axios-har-tracker writes 10 ms for each phase of every call: only the whole time is measured.'
      : 'The tool did not measure the phases of this call.',
})

const noTime = ({ kind }: HarCreator): NotCaptured => ({
  part: 'start time',
  reason:
    kind === 'insomnia'
      ? 'Insomnia writes the time of the export into every entry, and renders each request again: order and answers are real, times are not.'
      : 'The entry has no time that can be read.',
})

/** Header pairs, without the pseudo headers of HTTP/2 and duplicates. */
function headersOf(message: unknown): readonly RecordedHeader[] {
  const seen = new Set<string>()
  return listMember(message, 'headers').flatMap((header) => {
    const name = textMember(header, 'name')
    const value = textMember(header, 'value') ?? ''
    if (name === undefined || name === '' || name.startsWith(':')) return []
    const key = `${name.toLowerCase()} ${value}`
    if (seen.has(key)) return []
    seen.add(key)
    return [[name, value] as const]
  })
}

/** As in `1.1` or `2`, from any of `HTTP/2.0`, `h2`, `http/2.0`. */
const httpVersion = (text = ''): string =>
  (/(\d+(?:\.\d+)?)\s*$/.exec(text.slice(-20))?.[1] ?? '').replace(/^([2-9])\.0$/, '$1')
