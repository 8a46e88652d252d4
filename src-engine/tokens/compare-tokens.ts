/** One claim of two tokens. */
export interface ClaimDifference {
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** JSON; empty where the claim is not there. */
  readonly before: string
  readonly after: string
  /** True for a claim that is new in every token, refreshed or not. */
  readonly expected: boolean
}

type Claims = Readonly<Record<string, unknown>>

/** New in each token that Cognito issues. */
const alwaysNew = ['iat', 'exp', 'jti', 'at_hash']

/** What differs between two tokens, claim by claim; lists of groups and scopes without their order. */
export function compareTokens(before: Claims, after: Claims): readonly ClaimDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name): ClaimDifference[] => {
    const [old, now] = [valueOf(before, name), valueOf(after, name)]
    if (old.compared === now.compared) return []
    return [
      {
        name,
        kind: old.shown === '' ? 'added' : now.shown === '' ? 'removed' : 'changed',
        before: old.shown,
        after: now.shown,
        expected: alwaysNew.includes(name),
      },
    ]
  })
}

function valueOf(
  claims: Claims,
  name: string,
): { readonly shown: string; readonly compared: string } {
  if (!Object.hasOwn(claims, name)) return { shown: '', compared: '' }
  const value = claims[name]
  const list = name === 'scope' && typeof value === 'string' ? value.split(' ') : value
  const compared = Array.isArray(list)
    ? Array.from<unknown>(list)
        .map((one) => JSON.stringify(one))
        .sort()
    : list
  return { shown: JSON.stringify(value), compared: JSON.stringify(compared) }
}
