import { diagnose, type DiagnosedCause } from '../../diagnosis/diagnose.ts'
import { timeline, type Timeline, type TimelineStep } from '../../trace/timeline.ts'
import type { Trace } from '../../trace/event.ts'
import { answerText, sequenceOf } from '../sequence.ts'
import type { ExportFormat, RunsFile } from './export-format.ts'
import { counted } from '../../units/counted.ts'

const maxRows = 60
const maxCauses = 20
const maxEvidence = 10
const maxCellLength = 200
/** Characters that GitHub takes as the text of an issue. */
const maxIssueLength = 65_536
/** Of several runs, for all that are there in full; the rest is for the others. */
const maxLengthOfSeveral = 60_000
const maxListLength = 5_000

/** An issue text, and what of the sign-in had room in it. */
interface IssueText {
  readonly text: string
  readonly steps: readonly TimelineStep[]
  readonly causes: readonly DiagnosedCause[]
}

/** What was tried, the chain, and why it failed, as the text of an issue. */
function issueOf({ events }: Trace, longest = maxIssueLength): IssueText {
  const view = timeline(events)
  const started = events.find((event) => event.type === 'started')
  const steps = view.steps.filter(({ operation }) => operation !== undefined)
  const causes = diagnose(events).filter(({ verdict }) => verdict !== 'excluded')
  const withRows = (rows: number, causeCount: number): IssueText => ({
    text: [
      `## ${titleOf(view)}`,
      whatWasTried(view),
      ...whyOf(causes, causeCount),
      '### Calls',
      tableOf(steps, rows),
      mermaid(view),
      `<sub>Written by ${cell(started?.application ?? 'Authscope')}. Secrets and personal values are replaced by marks such as ‹session 9f3a›; the same value has the same mark.</sub>`,
      '',
    ].join('\n\n'),
    steps: steps.slice(0, rows),
    causes: causes.slice(0, causeCount),
  })
  let [rows, causeCount] = [maxRows, maxCauses]
  let issue = withRows(rows, causeCount)
  while (issue.text.length > longest && rows > 0) {
    rows -= 5
    causeCount = Math.max(1, causeCount - 1)
    issue = withRows(rows, causeCount)
  }
  return issue
}

const titleOf = ({ flow, state }: Timeline): string =>
  `${cell(flow)} to Cognito: ${outcomes[state]}`

function whyOf(causes: readonly DiagnosedCause[], most: number): readonly string[] {
  if (causes.length === 0) return []
  const left = causes.length - most
  return [
    '### Why',
    ...causes.slice(0, most).map(causeText),
    ...(left > 0 ? [`${counted(left, 'more cause is', 'more causes are')} not shown.`] : []),
  ]
}

const outcomes: Readonly<Record<Timeline['state'], string>> = {
  empty: 'nothing was sent',
  running: 'not finished',
  waiting: 'a challenge awaits its answer',
  tokens: 'signed in',
  accepted: 'accepted',
  refused: 'refused',
  failed: 'no usable answer',
  'not sent': 'not sent',
  cancelled: 'cancelled',
  incomplete: 'the recording is incomplete',
}

function whatWasTried({ clockAhead, message, origin, startedAt, target, username }: Timeline) {
  const rows = [
    ['Pool', target?.userPoolId],
    ['App client', target?.clientId],
    ['Endpoint', target?.practice ? `${target.endpoint} (practice pool)` : target?.endpoint],
    ['User', username],
    ['When', new Date(startedAt).toISOString()],
    ['Recorded', origin.kind === 'imported' ? `${origin.format} of ${origin.tool}` : origin.kind],
    [
      'Server’s clock',
      clockAhead === undefined || Math.abs(clockAhead) < 1000
        ? undefined
        : `${String(Math.round(Math.abs(clockAhead) / 1000))} s ${clockAhead > 0 ? 'ahead' : 'behind'}`,
    ],
    ['Outcome', message],
  ]
  return rows
    .flatMap(([name = '', value]) => (value ? [`- **${name}**: ${cell(value)}`] : []))
    .join('\n')
}

function causeText({ code, evidence, next, title, verdict }: DiagnosedCause): string {
  return [
    `**${cell(title)}** (${verdict}, ${code})`,
    evidence
      .slice(0, maxEvidence)
      .map(({ step, text, where }) =>
        step === 0
          ? `- Before the first call: ${cell(text)}`
          : `- Step ${String(step)}, ${where}: ${cell(text)}`,
      )
      .join('\n'),
    ...next.map(({ kind, text }) =>
      kind === 'action' || kind === 'advice'
        ? `→ ${cell(text)}`
        : `\`\`\`\n${text.replaceAll('```', '')}\n\`\`\``,
    ),
  ].join('\n\n')
}

function tableOf(steps: readonly TimelineStep[], rows: number): string {
  const left = steps.length - rows
  return [
    '| # | call | answers | outcome | status | ms | request ID |',
    '| --: | --- | --- | --- | --: | --: | --- |',
    ...steps.slice(0, rows).map((step) => {
      const last = step.attempts.at(-1)
      const refusal = step.answer?.kind === 'refused' ? `: ${step.answer.message}` : ''
      const cells = [
        String(step.number),
        step.operation ?? '',
        step.challenge ?? '',
        `${answerText(step).text}${refusal}`,
        last?.response ? String(last.response.status) : '',
        step.durationMs === undefined ? '' : String(Math.round(step.durationMs)),
        last?.response?.requestId ?? '',
      ]
      return `| ${cells.map(cell).join(' | ')} |`
    }),
    ...(left > 0 ? [`\n${String(left)} more calls are not shown.`] : []),
  ].join('\n')
}

const lanes = { application: 'A', cognito: 'C', trigger: 'L' } as const

function mermaid(view: Timeline): string {
  const { arrows, left } = sequenceOf(view)
  const triggers = arrows.some(({ to }) => to === 'trigger')
  return [
    '```mermaid',
    'sequenceDiagram',
    '  participant A as Application',
    '  participant C as Cognito',
    ...(triggers ? ['  participant L as Lambda triggers'] : []),
    ...arrows.map(({ from, isAnswer, text, to, tone }) => {
      const line = tone === 'bad' && isAnswer ? '--x' : isAnswer ? '-->>' : '->>'
      return `  ${lanes[from]}${line}${lanes[to]}: ${mermaidText(text)}`
    }),
    ...(left > 0 ? [`  Note over A,C: ${String(left)} more calls`] : []),
    '```',
  ].join('\n')
}

/** In Mermaid a semicolon ends a statement, and # begins a character’s number. */
const mermaidText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[#;<>{}`]/g, (sign) => `#${String(sign.charCodeAt(0))};`)

/** What a service or a file said, as one line of a table: no markup, mention or link of its own. */
function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const short = line.length > maxCellLength ? `${line.slice(0, maxCellLength)}…` : line
  return short
    .replaceAll(/[\\`*[\]<>|~]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '@\u200b')
    .replaceAll(/(https?|ftp):\/\//gi, '$1:\u200b//')
    .replaceAll(/\bwww\./gi, '$&\u200b')
}

/**
 * The issue texts of several runs, one after the other, which fit an issue together: runs without
 * room are named in a line each, and then only counted.
 */
function issueTextOfSeveral(): RunsFile {
  let length = 0
  const lines: string[] = []
  let left = 0
  const lineFits = (line: string): boolean => {
    length += line.length + 1
    return length <= maxLengthOfSeveral + maxListLength
  }
  return {
    add: (trace, check) => {
      const text =
        left > 0 ? '' : `${length > 0 ? '\n' : ''}${issueOf(trace, maxLengthOfSeveral).text}`
      if (text !== '' && length + text.length <= maxLengthOfSeveral) {
        check(text)
        length += text.length
        return text
      }
      left += 1
      const line = lineOf(trace)
      if (lines.length === left - 1 && lineFits(line)) {
        check(line)
        lines.push(line)
      }
      return ''
    },
    end: () => {
      if (left === 0) return ''
      const rest = left - lines.length
      return [
        '',
        `## ${String(left)} more ${left === 1 ? 'sign-in' : 'sign-ins'}`,
        '',
        'The text of an issue has no room for their calls and causes. A zip has a text for each.',
        '',
        ...lines,
        ...(rest > 0 ? [`- and ${String(rest)} more`] : []),
        '',
      ].join('\n')
    },
  }
}

function lineOf({ events }: Trace): string {
  const view = timeline(events)
  return `- ${new Date(view.startedAt).toISOString()}: ${titleOf(view)}`
}

export const markdownFormat = {
  id: 'markdown',
  title: 'Issue text (Markdown)',
  note: 'the chain, a diagram and the cause, to post',
  extension: 'md',
  alwaysRedacted: true,
  holds: (trace) => {
    const { causes, steps } = issueOf(trace)
    const { message, state } = timeline(trace.events)
    const refusals = steps.filter(({ answer }) => answer?.kind === 'refused').length
    const isOther = message !== undefined && (state !== 'refused' || refusals === 0)
    return [
      {
        what: 'calls with outcome, status, duration and request ID',
        count: steps.length,
      },
      {
        what: 'error messages, searched for personal values',
        count: refusals + (isOther ? 1 : 0),
      },
      { what: 'causes with evidence and next steps', count: causes.length },
      {
        what: 'runs of triggers, by name',
        count: sequenceOf(timeline(trace.events)).arrows.filter(({ to }) => to === 'trigger')
          .length,
      },
    ]
  },
  write: (trace) => issueOf(trace).text,
  several: issueTextOfSeveral,
} as const satisfies ExportFormat
