import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readRecipe, type RecipeProblem } from '#engine/recipes/read-recipe.ts'
import { reasonOfFileError } from '#main/import/file-error.ts'
import { textOfBytes } from '#main/import/text-of-bytes.ts'
import { RecipeError, runRecipe, type RecipeResult } from './run-recipe.ts'
import type { RequestIo } from '#main/cli/sign-in/perform-request.ts'

/** A recipe file with its result, or the reason why there is none. */
export interface RecipeFileResult {
  readonly file: string
  readonly result?: RecipeResult
  /** With line and column where the text of the file is wrong. */
  readonly problems: readonly (Partial<RecipeProblem> & { readonly message: string })[]
}

/** The recipe files that paths name: files as they are, and of folders all that end as recipes do. */
export async function recipeFilesAt(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (at) => at.isDirectory(),
      () => false,
    )
    if (!isFolder) found.push(path)
    else {
      const entries = await readdir(path, { recursive: true })
      found.push(
        ...entries
          .filter((name) => /\.recipe\.ya?ml$/i.test(name))
          .sort()
          .map((name) => join(path, name)),
      )
    }
  }
  return found
}

/** Reads and performs one recipe file. */
export async function runRecipeFile(file: string, io: RequestIo): Promise<RecipeFileResult> {
  const bytes = await readFile(file).catch((error: unknown) => reasonOfFileError(error))
  if (typeof bytes === 'string') return { file, problems: [{ message: bytes }] }
  return { file, ...(await runRecipeText(textOfBytes(bytes), io)) }
}

/** Reads and performs a recipe. */
export async function runRecipeText(
  text: string,
  io: RequestIo,
): Promise<Omit<RecipeFileResult, 'file'>> {
  const read = readRecipe(text)
  if ('problems' in read) return { problems: read.problems }
  try {
    return { result: await runRecipe(read.recipe, io), problems: [] }
  } catch (error) {
    if (error instanceof RecipeError) return { problems: [{ message: error.message }] }
    throw error
  }
}
