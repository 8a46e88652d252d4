import { recordRecipe } from '#engine/recipes/record-recipe.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { readPastedRecording, readRecordingFile } from '#main/import/recording-file.ts'
import { recipeJunit } from '#main/recipes/junit.ts'
import { recipeFilesAt, runRecipeFile, type RecipeFileResult } from '#main/recipes/recipe-files.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { assertOutputFiles, reportWriter, writeOutput } from '../output-files.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'
import { recordingOptions, recordingPorts } from '../recording-ports.ts'

export const recipe: Command = {
  name: 'recipe',
  summary: 'Runs sign-ins from files and checks the results; records such files.',
  usage: ['run FILE|FOLDER… [--junit FILE|-] [--json]', 'record FILE|- [--number N]'],
  options: {
    junit: { value: 'FILE', help: 'Also write a JUnit report, for CI; - for standard output.' },
    json: { help: 'One JSON object: passed, and for each file its parts with their checks.' },
    number: { value: 'N', help: 'Which sign-in of the file to record; 1 by default.' },
    ...recordingOptions,
  },
  notes: [
    'run performs each recipe in turn; of a folder, all files that end with .recipe.yaml. Secrets',
    'come from the environment variables that a recipe names, as in $PASSWORD.',
    'record takes an Authscope trace, a HAR or a log, and writes the recipe to standard output.',
    'sign-in --recipe FILE records a sign-in as it is performed.',
    '',
    'Exit status: 0 all expectations are met, 4 one is not, 1 a recipe cannot be read or run.',
  ],
  maxPositionals: 10_000,
  run: (args, io) => {
    const [what, ...files] = args.positionals
    if (what === 'run') return runFiles(files, args, io)
    if (what === 'record') return record(files, args, io)
    throw new UsageError('recipe takes run or record, and then files.')
  },
}

async function runFiles(
  paths: readonly string[],
  args: Arguments,
  io: CommandLineIo,
): Promise<number> {
  const files = await recipeFilesAt(paths)
  if (files.length === 0)
    throw new UsageError(
      paths.length === 0 ? 'recipe run takes files.' : 'There is no .recipe.yaml file there.',
    )
  const junit = args.text('junit')
  await assertOutputFiles(junit === undefined ? [] : [junit], args)
  const write = reportWriter([junit], io)
  const colours = paint(io.colours)
  const results: RecipeFileResult[] = []
  for (const file of files) {
    if (io.interrupted.aborted) break
    const one = await runRecipeFile(file, io)
    results.push(one)
    if (!args.has('json')) write(resultText(one, colours))
  }
  const failed =
    results.some(({ problems }) => problems.length > 0) || results.length < files.length
  const passed = !failed && results.every(({ result }) => result?.passed)
  if (args.has('json')) io.write(`${JSON.stringify(jsonOf(results, passed))}\n`)
  if (junit !== undefined) await writeOutput(junit, recipeJunit(results), io)
  return failed ? exitStatus.failed : passed ? exitStatus.done : exitStatus.refused
}

const jsonOf = (results: readonly RecipeFileResult[], passed: boolean) => ({
  passed,
  files: results.map(({ file, problems, result }) => ({
    file,
    problems,
    ...(result && { name: result.name, passed: result.passed, parts: result.parts }),
  })),
})

function resultText({ file, problems, result }: RecipeFileResult, painted: Paint): string {
  const lines = problems.map(({ column, line, message }) => {
    const place = line === undefined ? file : `${file}:${String(line)}:${String(column ?? 1)}`
    return `${painted.bad('✗')} ${stripControlCharacters(`${place}: ${message}`)}\n`
  })
  if (!result) return lines.join('')
  lines.push(
    `${result.passed ? painted.good('✓') : painted.bad('✗')} ${painted.strong(stripControlCharacters(result.name))}  ${painted.faint(stripControlCharacters(file))}\n`,
  )
  for (const { checks, name } of result.parts) {
    const failed = checks.filter(({ passed }) => !passed)
    const count = `${String(checks.length - failed.length)} of ${String(checks.length)} expectations`
    lines.push(`  ${failed.length > 0 ? painted.bad('✗') : painted.good('✓')} ${name}: ${count}\n`)
    for (const { actual, expected, what } of failed)
      lines.push(
        stripControlCharacters(`      ${what}: expected ${expected}, was ${actual}`) + '\n',
      )
  }
  return lines.join('')
}

async function record(
  files: readonly string[],
  args: Arguments,
  io: CommandLineIo,
): Promise<number> {
  const [file, another] = files
  if (file === undefined || another !== undefined)
    throw new UsageError('recipe record takes one file, or - for standard input.')
  const number = Number(args.text('number') ?? '1')
  const ports = recordingPorts(args, io)
  try {
    const { traces } =
      file === '-'
        ? await readPastedRecording(await io.readInput(), ports)
        : await readRecordingFile(file, ports)
    const trace = traces[number - 1]
    if (!trace)
      throw new UsageError(
        `--number is from 1 to ${String(traces.length)}, the sign-ins in the file.`,
      )
    io.write(recordRecipe(trace.events))
    return exitStatus.done
  } catch (error) {
    if (!(error instanceof UnreadableRecording)) throw error
    io.error(`${error.message}\n`)
    return exitStatus.failed
  }
}
