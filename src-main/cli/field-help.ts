import type { Field } from '#engine/catalogue/field.ts'

const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase()

/** The help of an option for a field: its label, and its name on the wire where that differs. */
export function fieldHelp({ label, name }: Pick<Field, 'label' | 'name'>): string {
  return letters(label) === letters(name) ? `${label}.` : `${label} (${name}).`
}
