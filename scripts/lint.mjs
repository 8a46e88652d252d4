// Lint of the whole checkout, or of the files that are named: oxlint, which is native and knows types, reads
// TypeScript (.vue files by their scripts), and ESLint the templates and the project's own scripts.
import { inCheckout } from './checkout.mjs'
import { say } from './progress.mjs'
import { runCommand } from './run-command.mjs'
import { vueScripts, writeVueScripts } from './vue-scripts.mjs'

const oxlint = [inCheckout('node_modules', 'oxlint', 'bin', 'oxlint'), '--config=oxlint.config.js']
const eslint = [
  '--max-semi-space-size=64',
  inCheckout('node_modules', 'eslint', 'bin', 'eslint.js'),
  '--max-warnings=0',
]

const named = process.argv.slice(2)
const chosen = (files, extensions) => files.filter((file) => extensions.test(file))

const scripts = writeVueScripts()
const passes =
  named.length === 0
    ? [
        // git ignores the folder of the scripts: they are read when they are named, each of them.
        [...oxlint, '.', ...scripts],
        [...eslint, '.'],
      ]
    : [
        ...ofFiles(oxlint, [
          ...chosen(named, /\.m?ts$/),
          ...chosen(named, /\.vue$/).map((file) => `${vueScripts}/${file}.ts`),
        ]),
        ...ofFiles(eslint, chosen(named, /\.(vue|[cm]?js)$/)),
      ]

let failed = false
for (const args of passes) {
  const { output, status } = await runCommand(process.execPath, args, {
    quiet: true,
    cwd: inCheckout(),
    // The type checker is in Go, and collects its garbage four times as seldom: less time for more memory.
    env: { ...process.env, GOGC: '400' },
  })
  if (status === 0) continue
  // X.vue.ts has the lines of X.vue.
  say(output.trim().replaceAll(/out\/vue-scripts\/(\S+\.vue)\.ts/g, '$1'))
  failed = true
}
process.exitCode = failed ? 1 : 0

function ofFiles(linter, files) {
  return files.length === 0 ? [] : [[...linter, ...files]]
}
