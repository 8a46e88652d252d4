import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** One expectation that was not met: of which sign-in or call, and the actual value. */
const unmetExpectation = z.object({
  part: z.string(),
  what: z.string(),
  expected: z.string(),
  actual: z.string(),
})

/** The result of a recipe; the run itself is in the history. */
const recipeOutcome = z.object({
  name: z.string(),
  runId: id,
  expectations: z.number(),
  unmet: z.array(unmetExpectation),
})

export type RecipeOutcome = z.output<typeof recipeOutcome>

/** Calls about recipes. */
export const recipeRoutes = {
  /** Performs a recipe from a file that the person chooses. Absent when none was chosen. */
  'recipe.run': route({
    input: nothing,
    output: z.object({ outcome: recipeOutcome.optional() }),
  }),
  /** Cancels the recipe that is being performed; its run ends as one that was cancelled. */
  'recipe.cancel': route({ input: nothing, output: nothing }),
} as const
