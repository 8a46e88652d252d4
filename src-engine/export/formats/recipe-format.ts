import { recordRecipe } from '../../recipes/record-recipe.ts'
import type { ExportFormat } from './export-format.ts'

export const recipeFormat = {
  id: 'recipe',
  title: 'Recipe',
  note: 'performs the same sign-in again and checks the result',
  extension: 'recipe.yaml',
  option: { name: 'recipe', help: 'Write a recipe that repeats the sign-in, without secrets.' },
  alwaysRedacted: true,
  holds: ({ events }) => [
    {
      what: 'inputs and expected results, secrets and username as variables',
      count: events.filter(({ type }) => type === 'started').length,
    },
  ],
  write: ({ events }) => recordRecipe(events),
} as const satisfies ExportFormat
