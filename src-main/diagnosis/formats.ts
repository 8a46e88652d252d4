import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { rules } from '#engine/diagnosis/rules/index.ts'
import { withoutCauses, type DiagnosedTrace } from './diagnosed-trace.ts'
import { xmlText } from './xml-text.ts'

type Writer = (traces: readonly DiagnosedTrace[], version: string) => string

const json: Writer = (traces) =>
  `${JSON.stringify({ traces: traces.map(({ causes, file }) => ({ file, diagnosis: causes })) }, null, 2)}\n`

const markdown: Writer = (traces) =>
  traces
    .map(({ causes, file, leftOut }, index) => {
      const shown = causes.filter(({ verdict }) => verdict !== 'excluded')
      const excluded = causes.filter(({ verdict }) => verdict === 'excluded')
      return [
        `## ${file || 'Sign-in'}${traces.length > 1 ? `, ${String(index + 1)}` : ''}`,
        ...(shown.length === 0 ? [withoutCauses({ leftOut })] : shown.map(causeInMarkdown)),
        ...(excluded.length > 0
          ? [
              `Excluded by the trace: ${excluded.map(({ code, rule }) => `${code} ${rule}`).join(', ')}.`,
            ]
          : []),
      ].join('\n\n')
    })
    .join('\n\n') + '\n'

const causeInMarkdown = ({ code, evidence, next, title, verdict }: DiagnosedCause): string =>
  [
    `### ${title} (${verdict}, ${code})`,
    evidence.map(({ step, text, where }) => `- Step ${String(step)}, ${where}: ${text}`).join('\n'),
    ...next.map(({ kind, text }) =>
      kind === 'action' || kind === 'advice' ? text : `\`\`\`\n${text}\n\`\`\``,
    ),
  ].join('\n\n')

const levels = { proved: 'error', likely: 'warning', possible: 'note', excluded: 'none' } as const

/** SARIF 2.1.0, as code scanning takes it. */
const sarif: Writer = (traces, version) => {
  const found = traces.flatMap(({ causes, file }) =>
    causes
      .filter(({ verdict }) => verdict !== 'excluded')
      .map((cause) => ({ cause, file: encodeURI(file) || 'standard-input' })),
  )
  const codes = [...new Set(found.map(({ cause }) => cause.code))]
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Authscope',
              version,
              rules: codes.map((code) => {
                const rule = rules.get(code)
                return {
                  id: code,
                  name: rule?.slug ?? code,
                  shortDescription: { text: rule?.title ?? code },
                  fullDescription: { text: rule?.meaning ?? '' },
                  help: { text: rule?.fix ?? '' },
                }
              }),
            },
          },
          results: found.map(({ cause, file }) => ({
            ruleId: cause.code,
            level: levels[cause.verdict],
            message: {
              text: `${cause.title}. ${cause.evidence.map(({ text }) => text).join('; ')}`,
            },
            locations: [{ physicalLocation: { artifactLocation: { uri: file } } }],
            properties: { verdict: cause.verdict, step: cause.step },
          })),
        },
      ],
    },
    null,
    2,
  )}\n`
}

/** JUnit: a test case for each sign-in, which fails with its strongest cause. */
const junit: Writer = (traces) => {
  const cases = traces.map(({ causes, file }, index) => {
    const [first] = causes.filter(({ verdict }) => verdict === 'proved' || verdict === 'likely')
    const name = xmlText(`${file || 'sign-in'} ${String(index + 1)}`)
    const head = `  <testcase name="${name}" classname="authscope diagnose" time="0"`
    if (!first) return `${head}/>`
    const text = first.evidence.map((place) => place.text).join('\n')
    return `${head}><failure type="${first.code}" message="${xmlText(first.title)}">${xmlText(text)}</failure></testcase>`
  })
  const failures = cases.filter((one) => one.includes('<failure')).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="authscope diagnose" tests="${String(cases.length)}" failures="${String(failures)}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n')
}

/** The formats of a diagnosis for programs, by name. */
export const diagnosisFormats = { json, markdown, sarif, junit } as const satisfies Readonly<
  Record<string, Writer>
>
