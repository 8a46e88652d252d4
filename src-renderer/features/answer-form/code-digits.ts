import type { Field } from '#engine/catalogue/field.ts'

/** How many digits the code of a field has: the first length that the catalogue lets pass. */
export const digitsOf = ({ validationError }: Pick<Field, 'validationError'>): number =>
  [6, 4, 5, 7, 8].find((digits) => validationError?.('0'.repeat(digits)) === undefined) ?? 6
