// The type check of every room: `node scripts/types.mjs`. TypeScript 7, which is native, takes a
// quarter of the time of vue-tsc (TypeScript 6), but knows no .vue files.
import { inCheckout } from './checkout.mjs'
import { runCommand } from './run-command.mjs'
import { say } from './progress.mjs'

const native = inCheckout('node_modules', 'typescript-native', 'bin', 'tsc')
const vue = inCheckout('node_modules', 'vue-tsc', 'bin', 'vue-tsc.js')

/** In this order: what a project refers to comes before it. */
const passes = [
  [native, '-b', 'tsconfig.without-vue.json'],
  ['--max-semi-space-size=64', vue, '-p', 'src-renderer'],
  [native, '-p', 'tsconfig.tests.json'],
]

let failed = false
for (const args of passes) {
  const { status, output } = await runCommand(process.execPath, args, {
    quiet: true,
    cwd: inCheckout(),
    // TypeScript 7 is in Go, and collects its garbage four times as seldom: a fifth less time.
    env: { ...process.env, GOGC: '400' },
  })
  if (status === 0) continue
  say(output.trim())
  failed = true
}
process.exitCode = failed ? 1 : 0
