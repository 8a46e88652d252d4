import { expect, test } from 'vitest'
import type { Trace, TraceEvent } from '../../trace/event.ts'
import { exportContents } from '../export-contents.ts'
import { sampleTrace } from '../../vectors/sample-trace.ts'
import { redactionProfileNamed } from '../redaction-profile.ts'
import { markdownFormat } from './markdown-format.ts'
import { svgFormat } from './svg-format.ts'

/** A chain whose calls were each refused with an error and a message. */
function refusals(many: number, error: string, message: string): Trace {
  const events = Array.from({ length: many }, (_, index): readonly TraceEvent[] => {
    const step = index + 1
    return [
      { type: 'sent', at: step, step, operation: 'RespondToAuthChallenge', by: 'person' },
      {
        type: 'answered',
        at: step,
        step,
        durationMs: 1,
        answer: { kind: 'refused', error, message, status: 400 },
      },
    ]
  })
  return { events: events.flat(), secrets: [] }
}

const maxDiagramLength = 50_000

test.each([
  ['x'.repeat(100_000), 'y'.repeat(100_000), 1],
  ['<'.repeat(100_000), '|'.repeat(100_000), 70],
])(
  'an issue text fits a GitHub issue, its diagram Mermaid, whatever a service answers',
  (error, message, many) => {
    const text = markdownFormat.write(refusals(many, error, message))
    expect(text.length).toBeLessThanOrEqual(65_536)
    const [, diagram = ''] = /```mermaid\n([^]*)\n```/.exec(text) ?? []
    expect(diagram).toContain('C--xA: ')
    expect(diagram.length).toBeLessThan(maxDiagramLength)
    expect(text).toContain('| 1 | RespondToAuthChallenge |')
  },
)

test('an error of any length stays between the lanes of the picture', () => {
  const svg = svgFormat.write(refusals(1, 'x'.repeat(100_000), ''))
  expect(svg).toContain(`>${'x'.repeat(75)}…<`)
})

test('an issue text contains no link of a service, with or without a scheme', () => {
  const text = markdownFormat.write(
    refusals(1, 'Refused', 'See www.example.com, HTTPS://example.com or ftp://example.com'),
  )
  expect(text).not.toMatch(/www\.e|(https?|ftp):\/\/e/i)
})

test('the issue texts of several runs fit a GitHub issue, and name or count those without room', () => {
  const file = markdownFormat.several()
  const run = refusals(60, 'NotAuthorizedException', 'm'.repeat(150))
  const checked: string[] = []
  const parts = Array.from({ length: 500 }, () =>
    file.add(run, (text) => {
      checked.push(text)
    }),
  )
  const whole = parts.filter((part) => part !== '')
  expect(whole.length).toBeGreaterThan(1)
  const text = `${parts.join('')}${file.end()}`
  expect(text.length).toBeLessThanOrEqual(65_536)
  const left = 500 - whole.length
  expect(text).toContain(`## ${String(left)} more sign-ins`)
  const [, list = ''] = text.split('more sign-ins')
  const lines = list.match(/^- 1970-.*/gm) ?? []
  expect(lines.length).toBeGreaterThan(10)
  expect(list).toContain(`- and ${String(left - lines.length)} more`)
  expect(checked).toEqual([...whole, ...lines])
})

test('runs that fit an issue together are all there in full', () => {
  const file = markdownFormat.several()
  const run = refusals(1, 'NotAuthorizedException', 'Incorrect username or password.')
  const text = [run, run].map((one) => file.add(one, () => undefined)).join('')
  expect(text.match(/^## /gm)).toHaveLength(2)
  expect(file.end()).toBe('')
})

test('the contents of an issue text are those that the text holds', () => {
  const { trace } = sampleTrace()
  expect(exportContents(trace, true, markdownFormat)).toEqual([
    { what: 'usernames, as marks', count: 1 },
    { what: 'calls with outcome, status, duration and request ID', count: 3 },
    { what: 'error messages, searched for personal values', count: 1 },
    { what: 'causes with evidence and next steps', count: 2 },
    { what: 'pool ID, app client ID and endpoint', count: 1 },
  ])
  const [, ownTeam] = ['Standard', 'Own team'].map((name) => redactionProfileNamed(name, []))
  expect(exportContents(trace, true, markdownFormat, ownTeam!.redaction)).toContainEqual({
    what: 'usernames, readable',
    count: 1,
  })
  const many = refusals(70, 'NotAuthorizedException', 'Incorrect username or password.')
  expect(exportContents(many, true, markdownFormat)).toEqual([
    { what: 'calls with outcome, status, duration and request ID', count: 60 },
    { what: 'error messages, searched for personal values', count: 60 },
    { what: 'causes with evidence and next steps', count: 20 },
  ])
})
