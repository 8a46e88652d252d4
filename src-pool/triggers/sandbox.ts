import type { QuickJSContext, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { z } from 'zod'
import { invocation, prelude } from './sandbox-code.ts'

/** What a trigger may use up. */
const sandboxLimits = {
  /**
   * Milliseconds for one run, looked at every ten thousand steps: a builtin that works on megabytes
   * in a loop gets more. Cognito waits five seconds, and tries three times.
   */
  time: 1000,
  /** Bytes. */
  memory: 16 * 1024 * 1024,
  stack: 256 * 1024,
  /** Lines of console output that are kept, and characters of each. */
  lines: 200,
  line: 4000,
} as const

/** What one run of a function came to. */
export type SandboxOutcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  /** The function threw, or rejected: the text of its error. */
  | { readonly kind: 'threw'; readonly message: string }
  /** It could not run to its end: no handler, a limit, a source that is no JavaScript. */
  | { readonly kind: 'broke'; readonly message: string }

/** One run of a function; the console's lines are in their order. */
export interface SandboxRun {
  readonly console: readonly string[]
  readonly durationMs: number
  readonly outcome: SandboxOutcome
}

/**
 * Runs a person's JavaScript with nothing of this process in reach: no modules, no network, no
 * files, no timers. Each run begins afresh, and has a second, 16 MB and a stack of 256 KB.
 */
export interface Sandbox {
  /** Loads the engine (a tenth of a second); it must be there before a run. */
  readonly load: () => Promise<void>
  /**
   * Runs the handler of a source on an event, to its end, before it returns.
   * @param source a script that sets `exports.handler`
   * @param event what goes through JSON
   */
  readonly run: (source: string, event: object) => SandboxRun
}

/** A sandbox on QuickJS in WebAssembly. */
export function createSandbox(): Sandbox {
  let engine: QuickJSWASMModule | undefined
  return {
    async load() {
      engine ??= await loadEngine()
    },
    run(source, event) {
      if (!engine) return broken('the sandbox is not ready; try again')
      const runtime = engine.newRuntime()
      try {
        return runIn(runtime, source, event)
      } catch (error) {
        engine = undefined
        return broken(error instanceof Error ? error.message : 'the sandbox failed')
      } finally {
        try {
          runtime.dispose()
        } catch {
          // A run that ended out of memory can leave the engine in disorder; the next gets another.
          engine = undefined
        }
      }
    },
  }
}

const broken = (message: string): SandboxRun => ({
  console: [],
  durationMs: 0,
  outcome: { kind: 'broke', message },
})

async function loadEngine(): Promise<QuickJSWASMModule> {
  const [{ newQuickJSWASMModuleFromVariant }, { default: variant }] = await Promise.all([
    import('quickjs-emscripten-core'),
    import('@jitl/quickjs-singlefile-mjs-release-sync'),
  ])
  return newQuickJSWASMModuleFromVariant(variant)
}

function runIn(runtime: QuickJSRuntime, source: string, event: object): SandboxRun {
  const lines: string[] = []
  runtime.setMemoryLimit(sandboxLimits.memory)
  runtime.setMaxStackSize(sandboxLimits.stack)
  const context = runtime.newContext()
  try {
    givePrint(context, lines)
    evaluate(context, prelude, 'prelude.js')
    const began = performance.now()
    const isLate = () => performance.now() - began > sandboxLimits.time
    runtime.setInterruptHandler(isLate)
    const outcome = outcomeOf(runtime, context, source, event, isLate)
    return { console: lines, durationMs: performance.now() - began, outcome }
  } finally {
    context.dispose()
  }
}

function givePrint(context: QuickJSContext, lines: string[]): void {
  const print = context.newFunction('print', (text) => {
    if (lines.length < sandboxLimits.lines)
      lines.push(context.getString(text).slice(0, sandboxLimits.line))
  })
  context.setProp(context.global, 'print', print)
  print.dispose()
}

/** The error that a script ends with, as `name: message`; undefined when it runs to its end. */
function evaluate(context: QuickJSContext, code: string, file: string): string | undefined {
  const result = context.evalCode(code, file)
  if (!result.error) {
    result.value.dispose()
    return undefined
  }
  const error: unknown = result.error.consume((handle): unknown => context.dump(handle))
  const { data } = errorShape.safeParse(error)
  return data ? `${data.name}: ${data.message}` : 'the script ended with an error'
}

const errorShape = z.object({ name: z.string(), message: z.string() })
const outcomeShape = z.union([
  z.object({ returned: z.unknown().nonoptional() }),
  z.object({ threw: z.string(), name: z.string() }),
])

function outcomeOf(
  runtime: QuickJSRuntime,
  context: QuickJSContext,
  source: string,
  event: object,
  isLate: () => boolean,
): SandboxOutcome {
  const failure =
    evaluate(context, source, 'index.js') ?? evaluate(context, invocation(event), 'invocation.js')
  if (failure === undefined) pump(runtime, isLate)
  const seconds = (sandboxLimits.time / 1000).toFixed(2)
  if (isLate()) return { kind: 'broke', message: `Task timed out after ${seconds} seconds` }
  if (failure !== undefined) return { kind: 'broke', message: failure }
  const outcome = leftBehind(context)
  if (!outcome) return { kind: 'broke', message: 'the handler never answered' }
  if ('returned' in outcome) return { kind: 'returned', value: outcome.returned }
  const { name, threw: message } = outcome
  return name === 'InternalError' && message === 'out of memory'
    ? { kind: 'broke', message: `out of memory, of which it has ${String(megabytes)} MB` }
    : { kind: 'threw', message }
}

const megabytes = sandboxLimits.memory / 1024 / 1024

/** Runs what promises have put off; a chain without end is cut off with the time. */
function pump(runtime: QuickJSRuntime, isLate: () => boolean): void {
  while (runtime.hasPendingJob() && !isLate()) {
    const result = runtime.executePendingJobs(100)
    if (result.error) result.error.dispose()
    result.dispose()
  }
}

/** What the invocation left in the global `outcome`. */
function leftBehind(context: QuickJSContext): z.output<typeof outcomeShape> | undefined {
  const text: unknown = context
    .getProp(context.global, 'outcome')
    .consume((handle): unknown => context.dump(handle))
  if (typeof text !== 'string') return undefined
  try {
    return outcomeShape.parse(JSON.parse(text))
  } catch {
    // The function meddled with the one thing that it could.
    return undefined
  }
}
