// One row of what other programs write into a HAR for each test; what they are is measured.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../tokens/base64url.ts'
import { entry, har, lacks, only, read, sentBody, target } from './har-under-test.ts'

const body = (bytes: Uint8Array | undefined) => bytes && textOf(bytes)

describe('a HAR', () => {
  it('is read without its wrapper, as Firefox’s getHAR returns it', () => {
    const inside = JSON.stringify({
      version: '1.2',
      creator: { name: 'Firefox' },
      entries: [entry()],
    })
    expect(only(inside).operation).toBe('InitiateAuth')
  })

  it('may name its creator after its entries', () => {
    const text = JSON.stringify({
      log: { entries: [entry()], creator: { name: 'Insomnia', version: '9' } },
    })
    expect(read(text).tool).toBe('Insomnia 9')
    expect(only(text).at).toBeUndefined()
  })

  it('has its response text decoded by its encoding member alone', () => {
    const base64 = entry({}, { content: { size: 2, encoding: 'base64', text: 'e30=' } })
    const plain = entry({}, { content: { size: 4, text: 'e30=' } })
    expect(body(only(har([base64])).response?.body)).toBe('{}')
    expect(body(only(har([plain])).response?.body)).toBe('e30=')
  })

  it('has an uncaptured response where its text is the compressed bytes', () => {
    const content = { size: 2, encoding: 'base64', text: 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==' }
    const call = only(har([entry({}, { content })], { name: 'Proxy' }))
    expect(call.response?.body).toBeUndefined()
    expect(call.notCaptured[0]).toMatchObject({
      part: 'response body',
      reason: 'Proxy wrote the response body as it was compressed.',
    })
  })

  it('has an uncaptured response where DevTools lost the text', () => {
    const call = only(har([entry({}, { content: { size: 3914 }, bodySize: 3914 })]))
    expect(call.response?.body).toBeUndefined()
    expect(call.response?.size).toBe(3914)
    expect(call.notCaptured[0]).toMatchObject({ part: 'response body' })
    expect(call.notCaptured[0]?.advice).toContain('Export before')
  })

  it('has an empty response, not a missing one, where its size is 0', () => {
    const call = only(har([entry({}, { content: { size: 0 }, bodySize: 0 })]))
    expect(call.response?.body).toHaveLength(0)
    expect(lacks(call)).toEqual([])
  })

  it('of Firefox has its request text decoded from bytes to UTF-8', () => {
    const text = '{"AuthFlow":"X","AuthParameters":{"PASSWORD":"PÃ¤sswÃ¶rd"}}'
    const one = entry({ postData: { text } })
    expect(body(only(har([one], { name: 'Firefox' })).request.body)).toContain('Pässwörd')
    expect(body(only(har([one])).request.body)).toContain('PÃ¤sswÃ¶rd')
    const really = entry({ postData: { text: '{"AuthParameters":{"PASSWORD":"Pä€"}}' } })
    expect(body(only(har([really], { name: 'Firefox' })).request.body)).toContain('Pä€')
  })

  it('of Reqable has its request text decoded', () => {
    const one = entry({ postData: { encoding: 'base64', text: 'e30=' } })
    expect(body(only(har([one])).request.body)).toBe('{}')
  })

  it('of Playwright without content lacks its request body', () => {
    const call = only(har([entry({ postData: { text: '' } })], { name: 'Playwright' }))
    expect(call.request.body).toBeUndefined()
    expect(call.notCaptured[0]).toMatchObject({ part: 'request body' })
    expect(call.notCaptured[0]?.advice).toContain('embed')
  })

  it('of Playwright with attached files has its bodies from them', () => {
    const one = entry(
      { postData: { text: '', _file: 'a.json' } },
      { content: { size: 9, text: '', _file: 'b.json' } },
    )
    const call = only(har([one], { name: 'Playwright' }), {
      'a.json': sentBody,
      'b.json': '{"a":1}',
    })
    expect(body(call.request.body)).toBe(sentBody)
    expect(body(call.response?.body)).toBe('{"a":1}')
    expect(lacks(only(har([one])))).toEqual(['request body', 'response body'])
  })

  it('never has a body composed from form parameters', () => {
    const params = [
      { name: '{"PASSWORD":"a', value: '' },
      { name: 'b', value: 'c"}' },
    ]
    const whole = only(har([entry({ postData: { text: sentBody, params } })]))
    expect(body(whole.request.body)).toBe(sentBody)
    const pieces = only(har([entry({ postData: { params } })]))
    expect(pieces.request.body).toBeUndefined()
    expect(pieces.notCaptured[0]?.reason).toContain('form parameters')
  })

  it.each([0, -1])('has a call without a response where its status is %d', (status) => {
    const call = only(har([entry({}, { status, _failureText: 'net::ERR_CONNECTION_REFUSED' })]))
    expect(call.response).toBeUndefined()
    expect(call.failure?.code).toBe('refused')
    const silent = only(har([entry({}, { status, content: { text: '' } }, { timings: {} })]))
    expect(silent.failure?.message).toContain('pending')
    expect(lacks(silent)).toEqual(['timings'])
  })

  it('reports a preflight without its call, which chrome-har and mitmproxy leave out', () => {
    const preflight = entry({
      method: 'OPTIONS',
      url: 'http://localhost:1/?token=secret',
      headers: [{ name: 'Access-Control-Request-Headers', value: 'content-type,x-amz-target' }],
    })
    const { calls, dropped, problems } = read(har([preflight]))
    expect(calls).toEqual([])
    expect(dropped).toBe(1)
    expect(problems[0]?.message).toContain('A preflight to http://localhost:1 is not followed')
    expect(problems[0]?.message).toContain('the call failed or was blocked')
    const cut = read(har([preflight, entry()]).slice(0, -20))
    expect(cut.problems.map(({ message }) => message)).toContain(
      'A preflight to http://localhost:1 is not followed by its call: it may be in the part of the file that was not read.',
    )
  })

  it('has a preflight that begins after its call, as Firefox and DevTools list it', () => {
    const later = { startedDateTime: '2026-11-28T01:28:34.290Z', time: 3 }
    const headers = [{ name: 'Access-Control-Request-Headers', value: 'x-amz-target' }]
    const { problems } = read(har([entry(), entry({ method: 'OPTIONS', headers }, {}, later)]))
    expect(problems).toEqual([])
  })

  it('has a truncated response with a marker and, as in Firefox, without one', () => {
    const marked = only(har([entry({}, { _error: 'net::ERR_CONTENT_LENGTH_MISMATCH' })]))
    expect(marked.failure?.code).toBe('cut off')
    const headers = [{ name: 'content-length', value: '4000' }]
    const unmarked = only(har([entry({}, { headers })], { name: 'Firefox' }))
    expect(unmarked.failure).toEqual({
      code: 'cut off',
      message: 'The response was truncated on the way: 2 of 4000 bytes came.',
    })
    const compressed = [...headers, { name: 'content-encoding', value: 'gzip' }]
    expect(only(har([entry({}, { headers: compressed })])).failure).toBeUndefined()
  })

  it('has each header once, and none of the pseudo headers of HTTP/2', () => {
    const headers = [
      { name: ':authority', value: 'x' },
      target,
      { name: 'x-amz-target', value: target.value },
      { name: 'Accept', value: 'a' },
      { name: 'Accept', value: 'b' },
    ]
    expect(only(har([entry({ headers })])).request.headers).toEqual([
      ['X-Amz-Target', target.value],
      ['Accept', 'a'],
      ['Accept', 'b'],
    ])
  })

  it.each([
    ['HTTP/2.0', '2'],
    ['h2', '2'],
    ['HTTP/2', '2'],
    ['http/2.0', '2'],
    ['h3', '3'],
    ['HTTP/1.1', '1.1'],
    ['', ''],
  ])('of the HTTP version %s has version "%s"', (httpVersion, expected) => {
    expect(only(har([entry({}, { httpVersion })])).response?.httpVersion).toBe(expected)
  })

  it('of Proxyman without its request text lacks the body', () => {
    const call = only(har([entry({ postData: { mimeType: 'application/x-amz-json-1.1' } })]))
    expect(call.request.body).toBeUndefined()
    expect(call.request.size).toBe(72)
    expect(lacks(call)).toEqual(['request body'])
  })

  it('is read without members that DevTools requires', () => {
    const one = { request: { headers: [target], postData: { text: sentBody } } }
    const text = JSON.stringify({ log: { entries: [one] } })
    const call = only(text)
    expect(call.operation).toBe('InitiateAuth')
    expect(call.failure?.message).toContain('No answer came')
    expect(lacks(call)).toEqual(['start time'])
  })

  it('of HTTP Toolkit says why a body is missing', () => {
    const content = { size: 99, comment: 'Body was too large' }
    expect(only(har([entry({}, { content })])).notCaptured[0]?.reason).toContain('too large')
  })

  it('has a call without its target header, identified by its body', () => {
    const { calls, problems } = read(har([entry({ headers: [], url: 'http://localhost:1/' })]))
    expect(calls[0]?.operation).toBe('InitiateAuth')
    expect(problems[0]?.message).toContain('X-Amz-Target')
  })

  it('drops calls to other services, and counts them', () => {
    const other = entry({
      url: 'https://dynamodb.us-east-1.amazonaws.com/',
      headers: [{ name: 'X-Amz-Target', value: 'DynamoDB_20120810.GetItem' }],
      postData: { text: '{}' },
    })
    const { calls, dropped } = read(har([other, entry(), other]))
    expect(calls).toHaveLength(1)
    expect(dropped).toBe(2)
  })

  it('keeps what comes before the truncation, and says where it is', () => {
    const text = har([entry(), entry(), entry()])
    const { calls, problems } = read(text.slice(0, text.length - 900))
    expect(calls.length).toBeGreaterThanOrEqual(2)
    expect(problems.at(-1)?.message).toContain('was cut')
  })

  it('keeps the other entries when one is malformed, and says which', () => {
    const text = har([entry(), entry(), entry()]).replace('"time":20', '"time":2O')
    const { calls, problems } = read(text)
    expect(calls).toHaveLength(3)
    expect(problems[0]?.place).toMatch(/^entry 1, byte \d+$/)
  })

  it('says that it has no entries', () => {
    expect(read('{"log":{"version":"1.2","creator":{"name":"x"}}}').problems[0]?.message).toContain(
      'no list of entries',
    )
  })

  it('is read the same whatever its chunks', () => {
    const noise = fc.array(
      fc.record({ text: fc.string({ unit: 'binary' }), list: fc.jsonValue({ maxDepth: 3 }) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 300 }), fc.nat(3), (others, size, indent) => {
        const text = JSON.stringify(
          {
            before: others,
            log: {
              pages: others,
              entries: [...others, entry(), { a: others }, entry()],
              x: others,
            },
          },
          null,
          indent,
        )
        const { calls, dropped, problems } = read(text, size)
        expect(problems).toEqual([])
        expect(calls).toHaveLength(2)
        expect(dropped).toBe(others.length + 1)
      }),
      { numRuns: 200 },
    )
  })
})
