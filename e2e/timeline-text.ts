import type { OpenAnswer } from '#engine/trace/event.ts'
import type { Timeline, TimelineStep } from '#engine/trace/timeline.ts'

/** A timeline as lines for a terminal: a step on each. */
export function timelineText({
  flow,
  serviceMs,
  state,
  steps,
  target,
  username,
}: Timeline): string {
  const rows = steps.map((step) => ({ number: step.number, what: whatOf(step), ms: msOf(step) }))
  const width = Math.max(...rows.map(({ what }) => what.length))
  return [
    `${flow} as ${username} at ${target?.endpoint ?? 'Cognito'}: ${state}, ${String(Math.round(serviceMs))} ms of service`,
    ...rows.map(({ ms, number, what }) => `  ${String(number)}  ${what.padEnd(width)}  ${ms}`),
  ].join('\n')
}

const whatOf = ({ answer, challenge, operation }: TimelineStep): string =>
  [operation, challenge, '→', resultOf(answer)].filter(Boolean).join(' ')

const msOf = ({ durationMs }: TimelineStep): string =>
  durationMs === undefined ? '' : `${durationMs.toFixed(1)} ms`

function resultOf(answer: OpenAnswer | undefined): string {
  switch (answer?.kind) {
    case 'challenged':
      return answer.challenge
    case 'refused':
      return answer.error
    case 'accepted':
      return 'accepted'
    case 'tokens':
      return answer.tokens.map(({ use }) => `${use} token`).join(', ')
    case 'failed':
    case 'unreadable':
    case undefined:
      return 'no answer'
    case 'not captured':
      return 'not captured'
  }
}
