/**
 * One page of a list: the token of the next is where it begins.
 * @param most how many there are on a page when the caller does not say, or says 0
 */
export function page<T>(
  items: readonly T[],
  limit: number | undefined,
  token: string | undefined,
  max = 60,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  const from = Number(token ?? 0) || 0
  const to = from + (limit || max)
  return { items: items.slice(from, to), next: to < items.length ? String(to) : undefined }
}
