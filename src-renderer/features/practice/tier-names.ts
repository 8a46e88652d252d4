import type { ShownPracticePool } from '#contract/routes/practice.ts'

/** What each feature plan is called, from the smallest to the largest. */
export const tierNames = {
  LITE: 'Lite',
  ESSENTIALS: 'Essentials',
  PLUS: 'Plus',
} as const satisfies Record<ShownPracticePool['tier'], string>

/** The names as a list offers them. */
export const tierOptions = Object.entries(tierNames).map(([value, label]) => ({ value, label }))

/** The tier of an entry of that list. */
export const tierOf = (value: string): ShownPracticePool['tier'] =>
  value === 'LITE' || value === 'PLUS' ? value : 'ESSENTIALS'
