import { Secret } from '../secret/secret.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'

/**
 * A URL or path with a mark for what is before its host, and for its query and fragment.
 * Cognito’s own URL has none of them; what a proxy or a page put there may be secret, such as the
 * code of a managed login.
 */
export const redactUrl = (url: string, marks: MarkRegistry): string =>
  marks.show(
    url
      .replace(/^([a-z]+:\/\/)([^/?#]*)@/i, (_, scheme: string, user: string) =>
        [scheme, marks.mark(Secret.of('text', user)), '@'].join(''),
      )
      .replace(/([?#])(.+)$/, (_, sign: string, rest: string) =>
        [sign, marks.mark(Secret.of('text', rest))].join(''),
      ),
  )
