// Generated code is parsed by the grammars of tree-sitter: of languages whose SDK cannot be run here
// that is all that a test can say, and it says that no value of a recording becomes code.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser, type Node } from 'web-tree-sitter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormat, type ExportFormatId } from '#engine/export/formats/index.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import type { Trace } from '#engine/trace/event.ts'
import { casePlayer, type CasePlayer } from '#main/runs/case-player-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from '#main/runs/runs-under-test.ts'
import smsMfa from '#pool/conformance/cases/user-srp-auth-sms-mfa.case.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import { exportTrace } from './export-trace.ts'
import { signInsToExport, withoutUserPool } from './sign-ins-under-test.ts'

const require = createRequire(import.meta.url)

const grammars: readonly (readonly [ExportFormatId, grammar: string])[] = [
  ['boto3', 'python'],
  ['curl', 'bash'],
  ['dotnet', 'c_sharp'],
  ['go', 'go'],
  ['java', 'java'],
  ['javascript', 'javascript'],
  ['k6', 'javascript'],
  ['kotlin', 'kotlin'],
  ['php', 'php'],
  ['rust', 'rust'],
  ['swift', 'swift'],
]

let under: RunsUnderTest
let player: CasePlayer
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  player = casePlayer(under)
  await Parser.init()
})
afterAll(() => under.close())

async function parserOf(grammar: string): Promise<Parser> {
  const path = require.resolve(`tree-sitter-wasms/out/tree-sitter-${grammar}.wasm`)
  return new Parser().setLanguage(await Language.load(readFileSync(path)))
}

/** Lines that the grammar does not know. */
function errorsIn(code: string, parser: Parser): readonly string[] {
  const lines = code.split('\n')
  const errors = (node: Node): readonly string[] =>
    node.isError || node.isMissing
      ? [`${String(node.startPosition.row + 1)}: ${lines[node.startPosition.row] ?? ''}`]
      : node.children.flatMap((child) => (child?.hasError === true ? errors(child) : []))
  const root = parser.parse(code)?.rootNode
  return root ? errors(root) : ['nothing was parsed']
}

/** Where a word stands outside of texts and comments, or in what is computed within a text. */
function wordsInCode(code: string, word: string, parser: Parser): readonly string[] {
  const found: string[] = []
  const search = (node: Node): void => {
    if (/string|comment|heredoc|text_interpolation/.test(node.type)) {
      for (const child of node.children)
        if (child && /substitution|expansion|^interpol/.test(child.type)) search(child)
      return
    }
    const isVariable = /^COGNITO_\w+$/.test(node.text)
    if (node.childCount === 0 && !isVariable && node.text.includes(word)) found.push(node.text)
    for (const child of node.children) if (child) search(child)
  }
  const root = parser.parse(code)?.rootNode
  if (root) search(root)
  return found
}

const hostile = [
  `INJECTED"; INJECTED(); "`,
  `'; INJECTED(); '`,
  '?> INJECTED <?php INJECTED();',
  '\\u000aINJECTED();',
  '\\',
  '\\(INJECTED())',
  '${INJECTED()} $INJECTED #{INJECTED} `INJECTED` $(INJECTED)',
  '\nINJECTED()\r\nINJECTED()\u2028INJECTED()\u0085INJECTED()',
  '*/ INJECTED() /* """ INJECTED() """',
  '\u0000\u0007\u000b\ud800',
]

/** A sign-in whose names and values a file brought that wants to be run. */
function hostileTrace(text: string): Trace {
  const { trace } = sampleTrace()
  const events = trace.events.map((event) => {
    if (event.type === 'started')
      return {
        ...event,
        application: text,
        target: { ...event.target, userPoolId: `eu-west-1_${text}`, clientId: text, region: text },
      }
    if (event.type === 'answered')
      return {
        ...event,
        answer: { kind: 'refused' as const, error: text, message: text, restartable: true },
      }
    if (event.type !== 'attempted') return event
    const body = JSON.parse(event.attempt.requestBody) as object
    const metadata = {
      ClientMetadata: { [text]: text, [`${text}.`]: '‹attribute 1a2b›' },
      ValidationData: [{ Name: text, Value: text }],
    }
    const requestBody = JSON.stringify({ ...body, ...metadata, ClientId: text })
    return { ...event, attempt: { ...event.attempt, requestBody } }
  })
  return { ...trace, events } as Trace
}

describe.each(grammars)('%s', (format, grammar) => {
  test.each([...signInsToExport, ['a code by text message', smsMfa] as const])(
    '%s is code that parses',
    async (_, one) => {
      const stored = await under.runs.stored(await player.play(one))
      under.pool.reset()
      const code = exportTrace(stored, { format, redacted: true })
      expect(errorsIn(code, await parserOf(grammar)), code).toEqual([])
    },
  )

  test('SRP of a user pool that the recording does not name is code that parses', async () => {
    const [, one] = signInsToExport[1] ?? []
    if (!one) throw new Error('no sign-in by SRP')
    const stored = withoutUserPool(await under.runs.stored(await player.play(one)))
    under.pool.reset()
    const code = exportTrace(stored, { format, redacted: true })
    expect(code).toContain('COGNITO_USER_POOL_ID')
    expect(errorsIn(code, await parserOf(grammar)), code).toEqual([])
  })

  test('what a recording holds stays text, whatever it is', async () => {
    const parser = await parserOf(grammar)
    for (const text of hostile) {
      const code = exportFormat(format).write(hostileTrace(text))
      expect(code).toMatch(/initiate_?auth/i)
      expect(errorsIn(code, parser), code).toEqual([])
      expect(wordsInCode(code, 'INJECTED', parser), code).toEqual([])
    }
  })
})
