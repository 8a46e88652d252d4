import { recordRecipe } from '../../recipes/record-recipe.ts'
import type { ExportFormat } from './export-format.ts'

export const recipeFormat = {
  id: 'recipe',
  title: 'Recipe',
  note: 'performs the same sign-in again and checks the result',
  extension: 'recipe.yaml',
  option: { name: 'recipe', help: 'Write a recipe that repeats the sign-in, without secrets.' },
  alwaysRedacted: true,
  // Of the values it has those of the pool; secrets and the username are variables in it.
  covers: (events) => events.filter(({ type }) => type === 'started'),
  write: ({ events }) => recordRecipe(events),
} as const satisfies ExportFormat
