/** What a username looks like. */
export type NameKind = 'email' | 'phone' | 'UUID' | 'name'

/** Tells an alias and a sub from a plain username by the form alone. */
export function nameKind(text: string): NameKind {
  const name = text.trim()
  if (/^[^@\s]+@[^@\s]+$/.test(name)) return 'email'
  if (/^\+\d{5,}$/.test(name)) return 'phone'
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name) ? 'UUID' : 'name'
}
