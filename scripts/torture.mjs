// The promises of reliability, tried hard: the tests that show each of them, with more tries than in
// `npm test`. Bounded to ten minutes; writes docs/reliability.md with the figures of the run.
// `npm run torture -- kills` tries only the promises whose key is named, and writes nothing.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { runScript, say } from './progress.mjs'
import { setUp } from './set-up.mjs'

const limit = 10 * 60_000

/** Each promise, the file whose tests show it, and how many tries its environment asks for. */
const promises = [
  {
    key: 'day',
    promise:
      'A day of use leaves neither memory nor handles behind, and the start stays as it was.',
    file: 'src-main/application/simulated-day.test.ts',
    environment: { AUTHSCOPE_SIGN_INS: '10000' },
    tries: '10,000 sign-ins through one application',
  },
  {
    key: 'kills',
    promise: 'What the history has confirmed survives that the process is killed while it writes.',
    file: 'src-main/trace-store/crash-safety.test.ts',
    environment: { AUTHSCOPE_KILLS: '200', AUTHSCOPE_DAMAGED_HISTORIES: '200' },
    tries: '200 kills, 200 damaged histories',
  },
  {
    key: 'damaged',
    promise: 'A damaged file is quarantined, and the application opens with what could be read.',
    file: 'src-main/settings/damaged-files.test.ts',
    tries: (tests) => `${tests} damaged files`,
  },
  {
    key: 'vault',
    promise: 'The key of the history survives that one of its two files is lost or damaged.',
    file: 'src-main/vault/vault-document.test.ts',
    tries: (tests) => `${tests} losses`,
  },
  {
    key: 'hostile',
    promise: 'Any answer of a server gives one clear result, in bounded time, memory and calls.',
    file: 'src-main/cli/hostile-answers.test.ts',
    environment: { AUTHSCOPE_TORTURE: '1' },
    tries: (tests) => `${tests - 2} hostile answers`,
  },
  {
    key: 'window',
    promise: 'After any answer of a server the window still works, with bounded memory.',
    file: 'e2e/hostile-answers.spec.ts',
    environment: { AUTHSCOPE_TORTURE: '1' },
    tries: 'the same hostile answers, in one window',
  },
  {
    key: 'fuzzed',
    promise: 'Any text instead of a file of Authscope is read or refused, and crashes nothing.',
    file: 'src-main/settings/salvage.test.ts',
    environment: { AUTHSCOPE_FUZZED_INPUTS: '18500' },
    tries: '18,500 fuzzed documents',
  },
  {
    key: 'files',
    promise: 'A broken HAR, log or trace is read or refused, and never crashes.',
    file: 'src-main/import/mutated-files.test.ts',
    environment: { AUTHSCOPE_MUTATED_FILES: '1500' },
    tries: '1,500 mutated files',
  },
  {
    key: 'calls',
    promise: 'Every call of the window gets an answer, and a refusal does not repeat its input.',
    file: 'src-main/application/random-calls.test.ts',
    environment: { AUTHSCOPE_IPC_CALLS: '10000' },
    tries: '10,000 calls',
  },
  {
    key: 'agents',
    promise: 'No answer to an agent holds a secret.',
    file: 'src-main/mcp/no-secret-in-answers.test.ts',
    environment: { AUTHSCOPE_AGENT_CALLS: '10000' },
    tries: '10,000 calls of tools',
  },
  {
    key: 'leaks',
    promise: 'A secret in a finished file is found, at any place and in any encoding.',
    file: 'src-engine/export/scan-for-leaks.test.ts',
    tries: '1,680 files (24 secrets, 10 places, 7 encodings)',
  },
  {
    key: 'exports',
    promise: 'The sign-in of every practice user can be exported, redacted, in every format.',
    file: 'src-main/export/practice-users.test.ts',
    tries: (tests) => `${tests} users, each in every format`,
  },
]

await runScript(async () => {
  const chosen = process.argv.slice(2)
  await setUp({ forTests: true })
  const began = Date.now()
  const rows = promises.filter(({ key }) => chosen.length === 0 || chosen.includes(key))
  const waiting = [...rows.keys()]
  // Two at a time: the first alone takes most of the time.
  const worker = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      say(rows[at].promise)
      rows[at] = { ...rows[at], ...(await tried(rows[at], limit - (Date.now() - began))) }
      say(`  ${rows[at].key}: ${rows[at].passed} passed, ${rows[at].failed} failed`)
      for (const cause of rows[at].causes) say(`    ${cause}`)
    }
  }
  await Promise.all([worker(), worker()])
  for (const { failed, key, ms, passed } of rows)
    process.stdout.write(
      `${key}: ${passed} passed, ${failed} failed, ${(ms / 1000).toFixed(0)} s\n`,
    )
  if (chosen.length === 0) await writeFile(inCheckout('docs', 'reliability.md'), pageOf(rows))
  return rows.every(({ failed }) => failed === 0) ? 0 : 1
})

/** The test runner of a file, with its arguments, and how its report is counted. */
function runnerOf(file, report) {
  if (!file.startsWith('e2e/')) {
    const vitest = inCheckout('node_modules', 'vitest', 'vitest.mjs')
    return {
      args: [vitest, 'run', file, '--reporter=json', `--outputFile=${report}`],
      read: ({ numFailedTests, numPassedTests, success, testResults }) => ({
        passed: numPassedTests,
        failed: success ? 0 : Math.max(1, numFailedTests),
        causes: causesIn(testResults),
      }),
    }
  }
  return {
    args: [inCheckout('scripts', 'e2e.mjs'), file, '--reporter=json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    read: ({ errors, stats, suites }) => ({
      passed: stats.expected,
      failed: stats.unexpected + errors.length,
      causes: [
        ...errors,
        ...suites.flatMap(({ specs }) =>
          specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results[0]?.errors ?? [])),
        ),
      ].map(({ message }) => message),
    }),
  }
}

/** Runs the tests of one promise; what does not end in time has failed. */
async function tried({ environment, file }, left) {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-torture-'))
  const report = join(folder, 'report.json')
  const figures = join(folder, 'figures.txt')
  const began = Date.now()
  try {
    const runner = runnerOf(file, report)
    const child = spawn(process.execPath, runner.args, {
      cwd: inCheckout(),
      stdio: 'ignore',
      env: {
        ...process.env,
        ...environment,
        ...runner.environment,
        AUTHSCOPE_FIGURES: figures,
      },
      timeout: Math.max(1, left),
    })
    await new Promise((resolve) => child.on('close', resolve))
    const text = await readFile(report, 'utf8').catch(() => undefined)
    if (text === undefined) {
      const what = child.signalCode === null ? 'The tests could not be run' : 'It took too long'
      return { passed: 0, failed: 1, ms: Date.now() - began, causes: [what] }
    }
    return {
      ...runner.read(JSON.parse(text)),
      ms: Date.now() - began,
      figures: await readFile(figures, 'utf8').catch(() => undefined),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What each failed test says first, and each file that could not be run. */
function causesIn(testResults) {
  return testResults.flatMap(({ assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const texts = failed.map(({ failureMessages: [first = ''], title }) => `${title}: ${first}`)
    return texts.length === 0 && message ? [message] : texts
  })
}

function pageOf(rows) {
  return `# Reliability

What Authscope promises when things go wrong, how hard each promise was tried, and what failed. This page is written by \`npm run torture\`, which runs the named tests with more tries than \`npm test\` does and takes ten minutes at most.

| promise | tries | failures | seconds | test |
| --- | --- | --: | --: | --- |
${rows
  .map(
    ({ failed, file, ms, passed, promise, tries }) =>
      `| ${promise} | ${typeof tries === 'string' ? tries : tries(passed + failed)} | ${failed} | ${(ms / 1000).toFixed(0)} | \`${file}\` |`,
  )
  .join('\n')}

Run on ${process.platform} ${process.arch} with ${cpus().length} cores, Node ${process.version}. Failures are tests that did not pass, of which one may stand for many tries.

${rows
  .flatMap(({ figures, key, promise }) =>
    figures ? [`Figures of “${promise}” (\`${key}\`): ${figures}.`] : [],
  )
  .join('\n\n')}
`
}
