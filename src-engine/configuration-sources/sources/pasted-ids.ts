import { isRegion, poolIdWithin, regionOf } from '../../wire/pool-id.ts'
import type { ConfigurationSource, FoundText } from '../configuration-source.ts'
import { isClientIdForm } from '../named-value.ts'
import { pastedAddress } from '../pasted-address.ts'
import { lineAt } from '../source-document.ts'

/** Words of a short text, without the quotes, commas and labels around them: `client=x`, `pool/x`. */
const wordsIn = (text: string): readonly { readonly word: string; readonly place: string }[] =>
  [
    ...text.matchAll(/(?:https?:\/\/|arn:)[^\s"'`\\,;<>()[\]{}]+|[^\s"'`\\,;<>()[\]{}=&|:/]+/gi),
  ].map((found) => ({
    word: found[0].replace(/[.:]$/, ''),
    place: lineAt(text, found.index),
  }))

/** What is around a word, which decides what its URLs mean. */
interface Surroundings {
  readonly alone: boolean
  /** It has a URL of AWS, so that one of this machine is the application’s own. */
  readonly ofAws: boolean
}

/** Many texts contain a URL; only that of a service like Cognito's may get a password. */
function addressIn(word: string, place: string, { alone, ofAws }: Surroundings) {
  const found = pastedAddress(word, place)
  const isService =
    alone ||
    found.some(({ field }) => field === 'userPoolId') ||
    (!ofAws && /^https?:\/\/(?:localhost|127\.|\[::1\])[^/]*\/?$/i.test(word)) ||
    /^https?:\/\/[^/]*cognito/i.test(word)
  return isService ? found : found.filter(({ field }) => field !== 'endpoint')
}

function read(word: string, place: string, around: Surroundings): readonly FoundText[] {
  if (/^https?:\/\//i.test(word)) return addressIn(word, place, around)
  if (/\.amazoncognito\.com$/i.test(word)) return pastedAddress(`https://${word}`, place)
  const id = poolIdWithin(word) ?? (regionOf(word) === undefined ? undefined : word)
  if (id !== undefined && /^[\w-]+_[0-9a-zA-Z]+$/.test(id))
    return [{ field: 'userPoolId', text: id, place }]
  if (isClientIdForm(word)) return [{ field: 'clientId', text: word, place }]
  return isRegion(word) ? [{ field: 'region', text: word, place }] : []
}

/** A pool ID, an ARN, an issuer or another address, alone or with a client ID beside it. */
export const pastedIdsSource: ConfigurationSource = {
  id: 'ids',
  title: 'IDs and URLs',
  recognises: ({ text }) => text.length <= 4096,
  read: ({ text }) => {
    const words = wordsIn(text)
    const around = {
      alone: words.length === 1,
      ofAws: /\.amazon(?:aws|cognito)[.-]/i.test(text),
    }
    return words.flatMap(({ place, word }) => read(word, place, around))
  },
}
