import { lintSource } from '@secretlint/core'
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend'
import { sanitize } from 'har-sanitizer'
import { exportTrace } from '#main/export/export-trace.ts'
import { startRunsUnderTest } from '#main/runs/runs-under-test.ts'
import { casePlayer } from '#main/runs/case-player-under-test.ts'
import { signInsToExport } from '#main/export/sign-ins-under-test.ts'
import { scanForLeaks } from '#engine/export/scan-for-leaks.ts'
import { Secret, reveal } from '#engine/secret/secret.ts'
import { corpusFiles, encodings, type CorpusFile } from '#engine/vectors/leak-corpus.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { Row } from './row.ts'

/** Whether a file still holds the secret of the corpus, in whichever encoding. */
const holds = (text: string, { kind, value }: CorpusFile): boolean =>
  scanForLeaks(text, [Secret.of(kind, value)]).some(({ code }) => code === 'known secret')

async function secretlintFinds(content: string): Promise<boolean> {
  const { messages } = await lintSource({
    source: { content, filePath: '/corpus.har', ext: '.har', contentType: 'text' },
    options: {
      config: {
        rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended }],
      },
    },
  })
  return messages.length > 0
}

/** Secretlint finds what it is made for, so that what it does not find here tells of the corpus. */
async function checkSecretlint(): Promise<void> {
  const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzSAMPLEKEY'
  const found = await secretlintFinds(`AWS_SECRET_ACCESS_KEY = ${key}`)
  if (!found || (await secretlintFinds('nothing that is secret')))
    throw new Error(
      'Secretlint is not set up: it has to find a secret key of AWS, and nothing else.',
    )
}

type Har = Parameters<typeof sanitize>[0]

const sanitized = async (har: object): Promise<string> =>
  JSON.stringify(await sanitize(har as Har, { cookies: 'obfuscate', tokens: 'obfuscate' }), null, 2)

/** Which part of the corpus each tool finds, or takes out. */
async function benchRecall(): Promise<readonly Row[]> {
  await checkSecretlint()
  const files = Object.keys(encodings).flatMap(corpusFiles)
  const found = { ours: 0, secretlint: 0, sanitizer: 0 }
  for (const file of files) {
    const text = JSON.stringify(file.har, null, 2)
    if (holds(text, file)) found.ours += 1
    if (await secretlintFinds(text)) found.secretlint += 1
    if (!holds(await sanitized(file.har), file)) found.sanitizer += 1
  }
  const share = (count: number) => (count / files.length) * 100
  const row = (peer: string, theirs: number): Row => ({
    name: `leak corpus, ${String(files.length)} files: found`,
    ours: share(found.ours),
    theirs,
    peer,
    unit: '%',
    ratio: found.ours / files.length,
    goal: 'every one',
    holds: found.ours === files.length,
  })
  return [
    row('secretlint', share(found.secretlint)),
    row('har-sanitizer (taken out)', share(found.sanitizer)),
  ]
}

/** Words and signs of a text that are not part of a secret or of who signed in. */
function otherTokens(text: string, hidden: readonly string[]): ReadonlyMap<string, number> {
  const open = hidden.reduce((rest, value) => rest.replaceAll(value, ' '), text)
  const counts = new Map<string, number>()
  for (const [token] of open.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu))
    counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** Which part of the bytes that are nobody's secret is still there. */
function kept(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let [all, still] = [0, 0]
  for (const [token, count] of before) {
    all += token.length * count
    still += token.length * Math.min(count, after.get(token) ?? 0)
  }
  return (still / all) * 100
}

/** How much of real sign-ins is left beside what had to go. */
async function benchKept(): Promise<readonly Row[]> {
  const under = await startRunsUnderTest(conformancePools)
  const player = casePlayer(under)
  const shares = { ours: 0, theirs: 0 }
  try {
    for (const [, one] of signInsToExport) {
      const stored = await under.runs.stored(await player.play(one))
      const whole = exportTrace(stored, { format: 'har', redacted: false })
      const hidden = [...stored.secrets.values()]
        .map((secret) => reveal(secret))
        .filter((value) => value.length > 3)
        .sort((a, b) => b.length - a.length)
      hidden.push(stored.run.username, `${stored.run.username}@example.com`)
      const before = otherTokens(whole, hidden)
      const ours = exportTrace(stored, { format: 'har', redacted: true })
      shares.ours += kept(before, otherTokens(ours, [])) / signInsToExport.length
      const theirs = await sanitized(JSON.parse(whole) as object)
      shares.theirs += kept(before, otherTokens(theirs, hidden)) / signInsToExport.length
    }
  } finally {
    await under.close()
  }
  return [
    {
      name: 'redacted HAR, other bytes kept',
      ours: shares.ours,
      theirs: shares.theirs,
      peer: 'har-sanitizer',
      unit: '%',
      ratio: shares.ours / 100,
      goal: 'at least 80 %',
      holds: shares.ours >= 80,
    },
  ]
}

/** The leak scan and redaction beside what npm has for them. */
export const benchRedaction = async (): Promise<Row[]> => [
  ...(await benchRecall()),
  ...(await benchKept()),
]
