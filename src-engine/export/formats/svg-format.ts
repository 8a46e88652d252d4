import { timeline } from '../../trace/timeline.ts'
import type { Trace } from '../../trace/event.ts'
import { sequenceOf, type Lane, type SequenceArrow } from '../sequence.ts'
import type { ExportFormat } from './export-format.ts'

const [width, top, row, margin] = [760, 84, 34, 110] as const
const colours = { plain: '#1f2937', good: '#15803d', bad: '#b91c1c' } as const

/** The sign-in as a sequence diagram: nothing but lines and texts, so that it opens anywhere. */
function sequenceSvg({ events }: Trace): string {
  const { arrows, left, title } = sequenceOf(timeline(events))
  const lanes: readonly Lane[] = arrows.some(({ to }) => to === 'trigger')
    ? ['application', 'cognito', 'trigger']
    : ['application', 'cognito']
  const x = (lane: Lane) =>
    margin + (lanes.indexOf(lane) * (width - 2 * margin)) / Math.max(1, lanes.length - 1)
  const height = top + row * (arrows.length + (left > 0 ? 1 : 0)) + 30
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(arrows.map(({ from, text, to }) => `${names[from]} to ${names[to]}: ${text}`).join('. '))}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="16" y="26" font-weight="600" fill="${colours.plain}">${escaped(title)}</text>`,
    ...lanes.flatMap((lane) => [
      `<text x="${String(x(lane))}" y="56" text-anchor="middle" fill="${colours.plain}">${names[lane]}</text>`,
      `<line x1="${String(x(lane))}" y1="66" x2="${String(x(lane))}" y2="${String(height - 14)}" stroke="#9ca3af"/>`,
    ]),
    ...arrows.map((arrow, index) => arrowSvg(arrow, x, top + row * index + 14)),
    ...(left > 0
      ? [
          `<text x="16" y="${String(height - 16)}" fill="${colours.plain}">${String(left)} more calls</text>`,
        ]
      : []),
    '</svg>',
    '',
  ].join('\n')
}

const names: Readonly<Record<Lane, string>> = {
  application: 'Application',
  cognito: 'Cognito',
  trigger: 'Lambda triggers',
}

function arrowSvg(
  { from, isAnswer, text, to, tone }: SequenceArrow,
  x: (lane: Lane) => number,
  y: number,
): string {
  const [begin, end] = [x(from), x(to)]
  const back = end > begin ? -8 : 8
  const colour = colours[tone]
  const dash = isAnswer ? ' stroke-dasharray="5 4"' : ''
  return [
    `<line x1="${String(begin)}" y1="${String(y)}" x2="${String(end)}" y2="${String(y)}" stroke="${colour}"${dash}/>`,
    `<path d="M${String(end + back)} ${String(y - 4)} L${String(end)} ${String(y)} L${String(end + back)} ${String(y + 4)}" fill="none" stroke="${colour}"/>`,
    `<text x="${String((begin + end) / 2)}" y="${String(y - 5)}" text-anchor="middle" fill="${colour}">${escaped(text)}</text>`,
  ].join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Characters that XML does not allow are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)

export const svgFormat = {
  id: 'svg',
  title: 'Sequence diagram (SVG)',
  note: 'requests and responses as a picture',
  extension: 'svg',
  alwaysRedacted: true,
  holds: ({ events }) => {
    const { arrows } = sequenceOf(timeline(events))
    const to = (lane: Lane) => arrows.filter((arrow) => arrow.to === lane).length
    return [
      { what: 'calls with operation and outcome', count: to('application') },
      { what: 'runs of triggers, by name', count: to('trigger') },
    ]
  },
  write: sequenceSvg,
} as const satisfies ExportFormat
