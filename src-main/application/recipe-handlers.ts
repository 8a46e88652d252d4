import { readFile } from 'node:fs/promises'
import { BridgeError } from '#contract/failure.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Endings of recipe files. */
const extensions = ['yaml', 'yml']

/** Recipes: performed from a file, and kept in the history like any other sign-in. */
export function recipeHandlers({
  emit,
  runs,
  system,
}: Pick<Application, 'emit' | 'system'> & Pick<RunDependencies, 'runs'>): HandlersOf<'recipe'> {
  let underWay: AbortController | undefined
  return {
    'recipe.run': async () => {
      const path = await system.askWhatToOpen('Recipes', extensions)
      if (path === undefined) return {}
      const text = await readFile(path, 'utf8').catch(() => {
        throw new BridgeError('recipe-unreadable', 'The recipe cannot be read.')
      })
      underWay?.abort()
      underWay = new AbortController()
      emit({ type: 'recipe.started' })
      const { runRecipeText } = await import('#main/recipes/recipe-files.ts')
      const { problems, result } = await runRecipeText(text, {
        version: system.version,
        environment: process.env,
        interrupted: underWay.signal,
      })
      if (!result) throw new BridgeError('recipe-invalid', problems.map(sentenceOf).join('\n'))
      await (await runs()).save(result.stored)
      const checks = result.parts.flatMap((part) =>
        part.checks.map((check) => ({ ...check, part: part.name })),
      )
      return {
        outcome: withVisibleTexts({
          name: result.name,
          runId: result.stored.run.runId,
          expectations: checks.length,
          unmet: checks
            .filter(({ passed }) => !passed)
            .map(({ actual, expected, part, what }) => ({ actual, expected, part, what })),
        }),
      }
    },
    'recipe.cancel': () => {
      underWay?.abort()
    },
  }
}

const sentenceOf = ({
  column,
  line,
  message,
}: {
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly message: string
}): string =>
  line === undefined ? message : `Line ${String(line)}, column ${String(column ?? 1)}: ${message}`
