import type { Field } from '#engine/catalogue/field.ts'

const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase()

/** The help of an option for a field: its label, with its values or its name on the wire. */
export function fieldHelp({
  choices,
  label,
  name,
}: Pick<Field, 'choices' | 'label' | 'name'>): string {
  const values = choices?.flatMap(({ value }) => value || []) ?? []
  if (values.length > 0) return `${label} ${values.join('|')}`
  return letters(label) === letters(name) ? `${label}.` : `${label} (${name}).`
}
