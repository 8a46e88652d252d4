import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'

/**
 * One page of a list: the token of the next is where it begins.
 * @param most how many there are on a page when the caller does not say, or says 0
 * @throws Refusal for a token that no page came with
 */
export function page<T>(
  items: readonly T[],
  limit: number | undefined,
  token: string | undefined,
  max = 60,
): { readonly items: readonly T[]; readonly next: string | undefined } {
  if (token !== undefined && !/^[1-9]\d*$/.test(token))
    refuse(administrationRefusals.paginationTokenInvalid)
  const from = Number(token ?? 0)
  const to = from + (limit || max)
  return { items: items.slice(from, to), next: to < items.length ? String(to) : undefined }
}
