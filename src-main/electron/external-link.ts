/** Where a link may lead: the documentation of AWS, and this project. */
const allowed: readonly { readonly host: string; readonly path: string }[] = [
  { host: 'docs.aws.amazon.com', path: '/' },
  { host: 'github.com', path: '/authscope/' },
  { host: 'github.com', path: '/aws-amplify/' },
  { host: 'github.com', path: '/aws/' },
]

/** Whether a link may be opened in the system's browser. Only https, no username, no port. */
export function mayOpen(link: string): boolean {
  if (!URL.canParse(link)) return false
  const { host, pathname, password, protocol, username } = new URL(link)
  if (protocol !== 'https:' || username !== '' || password !== '') return false
  return allowed.some((place) => place.host === host && pathname.startsWith(place.path))
}
