import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** What came of a recipe, for a message; the run itself is in the history. */
const recipeOutcome = z.object({
  name: z.string(),
  runId: id,
  expectations: z.number(),
  /** Those that were not met, each in a sentence. */
  unmet: z.array(z.string()),
})

/** Calls about recipes. */
export const recipeRoutes = {
  /** Performs a recipe from a file that the person chooses. Absent when none was chosen. */
  'recipe.run': route({
    input: nothing,
    output: z.object({ outcome: recipeOutcome.optional() }),
  }),
} as const
