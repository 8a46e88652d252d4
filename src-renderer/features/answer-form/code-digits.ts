import type { Field } from '#engine/catalogue/field.ts'

/** How many digits the code of a field has: the first length that the catalogue lets pass. */
export const digitsOf = ({ complaint }: Pick<Field, 'complaint'>): number =>
  [6, 4, 5, 7, 8].find((digits) => complaint?.('0'.repeat(digits)) === undefined) ?? 6
