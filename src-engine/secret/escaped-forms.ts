/** A value as encoded within JSON, JSON within JSON, and a URL; each form once. */
export function escapedForms(value: string): ReadonlySet<string> {
  const inJson = JSON.stringify(value).slice(1, -1)
  // Half a surrogate pair, which JSON can carry, is an error in a URL.
  const inUrl = value.replace(/\p{Cs}/gu, '\ufffd')
  return new Set([
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURI(inUrl),
    encodeURIComponent(inUrl),
  ])
}
