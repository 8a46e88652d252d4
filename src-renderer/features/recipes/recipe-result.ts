import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RecipeOutcome } from '#contract/routes/recipes.ts'

/** What the recipe came to that was performed last. */
export const useRecipeResult = defineStore('recipe-result', () => {
  const outcome = shallowRef<RecipeOutcome>()
  return { outcome }
})
