import { expect, test } from 'vitest'
import type { Trace, TraceEvent } from '../../trace/event.ts'
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
