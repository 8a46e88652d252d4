import { createContext, Script } from 'node:vm'
import type { QuickJSContext, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core'
import { z } from 'zod/mini'
import { roundedMs } from '#engine/units/milliseconds.ts'
import { invocation, prelude } from './sandbox-code.ts'

/** What a trigger may use up. */
const sandboxLimits = {
  /** Milliseconds for one run. Cognito waits five seconds, and tries three times. */
  time: 1000,
  /** Bytes. */
  memory: 16 * 1024 * 1024,
  stack: 256 * 1024,
  /** Lines of console output that are kept, and characters of each. */
  lines: 200,
  line: 4000,
} as const

/** The result of one execution of a function. */
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
  /** The line of the source at which it failed, counted from 1; absent where that is not known. */
  readonly line?: number
}

/**
 * Runs a person's JavaScript with nothing of this process in reach: no modules, no network, no
 * files, no timers. Each run begins afresh, and has a second, 16 MB beside the 16 MB that the engine
 * begins with, and a stack of 256 KB.
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
  /** What is wrong with a source that does not parse, with its line; undefined for one that does. */
  readonly check: (source: string) => string | undefined
}

/**
 * A sandbox on QuickJS in WebAssembly.
 * @param time milliseconds that one run may take
 */
export function createSandbox(time: number = sandboxLimits.time): Sandbox {
  let engine: Engine | undefined
  return {
    async load() {
      engine ??= await loadEngine()
    },
    check(source) {
      if (!engine) throw new Error('the sandbox is not ready; try again')
      const runtime = engine.module.newRuntime()
      const context = runtime.newContext()
      const result = context.evalCode(source, 'index.js', { compileOnly: true })
      const error: unknown = result.error?.consume((handle): unknown => context.dump(handle))
      if (!result.error) result.value.dispose()
      context.dispose()
      runtime.dispose()
      return error === undefined ? undefined : syntaxProblem(error)
    },
    run(source, event) {
      const lines: string[] = []
      let began = performance.now()
      let ending: Ending | undefined
      try {
        if (!engine) throw new Error('the sandbox is not ready; try again')
        const { isFull, module } = engine
        const runtime = module.newRuntime()
        const context = furnished(runtime, lines)
        began = performance.now()
        ending = inTime(time, () => outcomeOf(runtime, context, source, event))
        if (isFull()) {
          engine = undefined
          // No room for the error either.
          if (threwNull(ending)) ending = outOfMemory
        } else {
          context.dispose()
          runtime.dispose()
        }
      } catch (error) {
        // Stopped in its midst, or out of memory, an engine can be in disorder; the next run gets another.
        engine = undefined
        ending ??= broke(error instanceof Error ? error.message : 'the sandbox failed')
      }
      return { console: lines, durationMs: roundedMs(performance.now() - began), ...ending }
    },
  }
}

type Ending = Pick<SandboxRun, 'line' | 'outcome'>

const broke = (message: string, stack = ''): Ending => ({
  outcome: { kind: 'broke', message },
  ...lineIn(stack),
})

/** The line of the source that a stack names first. */
function lineIn(stack: string): { readonly line?: number } {
  const line = /index\.js:(\d+)/.exec(stack)?.[1]
  return line === undefined ? {} : { line: Number(line) }
}

const stopwatch = createContext({ work: (): unknown => undefined })
const work = new Script('work()')

/**
 * Work that is stopped when its time is up, wherever in WebAssembly it is. QuickJS's own interrupts
 * come every ten thousand steps, and a step can work on megabytes. What works is ours: `vm` is no boundary here.
 */
function inTime<T>(time: number, task: () => T): T {
  try {
    stopwatch.work = task
    return work.runInContext(stopwatch, { timeout: time }) as T
  } catch (error) {
    // An error of the other context is no instance of this one's Error.
    if (!timeIsUp.safeParse(error).success) throw error
    const seconds = (time / 1000).toFixed(2)
    throw new Error(`Task timed out after ${seconds} seconds`, { cause: error })
  }
}

/** What WebAssembly calls a page, in bytes, and how many of them the engine begins with. */
const page = 65_536
const firstPages = 256
const maxPages = firstPages + sandboxLimits.memory / page

interface Memory {
  readonly buffer: ArrayBuffer
}

/** Neither Node's types nor those of the language have it. */
const { Memory } = (
  globalThis as unknown as {
    readonly WebAssembly: {
      readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory
    }
  }
).WebAssembly

interface Engine {
  readonly module: QuickJSWASMModule
  /** Whether it cannot grow any more, which it does by a twentieth at least. It gives nothing back. */
  readonly isFull: () => boolean
}

async function loadEngine(): Promise<Engine> {
  const [{ newQuickJSWASMModuleFromVariant, newVariant }, { default: variant }] = await Promise.all(
    [import('quickjs-emscripten-core'), import('@jitl/quickjs-singlefile-mjs-release-sync')],
  )
  // The engine's own limit looks at each allocation, not at their sum.
  const wasmMemory = new Memory({ initial: firstPages, maximum: maxPages })
  return {
    module: await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory })),
    isFull: () => wasmMemory.buffer.byteLength * 1.05 > maxPages * page,
  }
}

const syntaxShape = z.object({ message: z.string(), stack: z._default(z.string(), '') })

/** A sentence about a syntax error: what is wrong, and where. */
function syntaxProblem(error: unknown): string {
  const { data } = syntaxShape.safeParse(error)
  const { line } = lineIn(data?.stack ?? '')
  return `${data?.message ?? 'it is not JavaScript'}${line ? ` (line ${String(line)})` : ''}`
}

/** A context with its limits and with what a function finds there. */
function furnished(runtime: QuickJSRuntime, lines: string[]): QuickJSContext {
  runtime.setMemoryLimit(sandboxLimits.memory)
  runtime.setMaxStackSize(sandboxLimits.stack)
  const context = runtime.newContext()
  givePrint(context, lines)
  evaluate(context, prelude, 'prelude.js')
  return context
}

function givePrint(context: QuickJSContext, lines: string[]): void {
  const print = context.newFunction('print', (text) => {
    if (lines.length < sandboxLimits.lines)
      lines.push(context.getString(text).slice(0, sandboxLimits.line))
  })
  context.setProp(context.global, 'print', print)
  print.dispose()
}

/** The error that a script ends with; undefined when it runs to its end. */
function evaluate(context: QuickJSContext, code: string, file: string): Ending | undefined {
  const result = context.evalCode(code, file)
  if (!result.error) {
    result.value.dispose()
    return undefined
  }
  const error: unknown = result.error.consume((handle): unknown => context.dump(handle))
  const { data } = errorShape.safeParse(error)
  return data
    ? broke(`${data.name}: ${data.message}`, data.stack)
    : broke('the script ended with an error')
}

const timeIsUp = z.object({ code: z.literal('ERR_SCRIPT_EXECUTION_TIMEOUT') })
const errorShape = z.object({
  name: z.string(),
  message: z.string(),
  stack: z._default(z.string(), ''),
})
const outcomeShape = z.union([
  z.object({ returned: z.nonoptional(z.unknown()) }),
  z.object({ threw: z.string(), name: z.string(), stack: z.string() }),
])

function outcomeOf(
  runtime: QuickJSRuntime,
  context: QuickJSContext,
  source: string,
  event: object,
): Ending {
  const failure =
    evaluate(context, source, 'index.js') ?? evaluate(context, invocation(event), 'invocation.js')
  if (failure) return failure
  pump(runtime)
  const outcome = leftBehind(context)
  if (!outcome) return broke('the handler never answered')
  if ('returned' in outcome) return { outcome: { kind: 'returned', value: outcome.returned } }
  const { name, stack, threw: message } = outcome
  return name === 'InternalError' && message === 'out of memory'
    ? outOfMemory
    : { outcome: { kind: 'threw', message }, ...lineIn(stack) }
}

const outOfMemory = broke(
  `out of memory, of which it has ${String(sandboxLimits.memory / 1024 / 1024)} MB`,
)

const threwNull = ({ outcome }: Ending): boolean =>
  outcome.kind === 'threw' && outcome.message === 'null'

/** Runs what promises have put off. */
function pump(runtime: QuickJSRuntime): void {
  while (runtime.hasPendingJob()) {
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
