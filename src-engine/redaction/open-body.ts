import { visit } from 'jsonc-parser'
import { sensitiveMember } from '../catalogue/sensitive-members.ts'
import { nestsTooDeep } from '../json/nesting.ts'
import { Secret } from '../secret/secret.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'

/**
 * A body as it may be in an open event. In JSON each secret member's text is replaced by its
 * mark and every other character stays where it was, whitespace and order included; whatever the
 * body is, a sealed value that occurs in it elsewhere is replaced too.
 */
export function openBody(body: string, marks: MarkRegistry): string {
  const replacements: { offset: number; length: number; mark: string }[] = []
  let member = ''
  let parent = ''
  if (nestsTooDeep(body)) return marks.redact(body)
  visit(body, {
    onObjectProperty: (name, _offset, _length, _line, _character, pathOf) => {
      member = name
      parent = pathOf().findLast((part) => typeof part === 'string') ?? ''
    },
    onLiteralValue: (value: unknown, offset, length) => {
      if (typeof value !== 'string' && typeof value !== 'number') return
      const sensitive = sensitiveMember(member, String(value), parent)
      if (sensitive?.sensitivity !== 'secret') return
      const mark = marks.mark(Secret.of(sensitive.kind ?? 'text', String(value)))
      replacements.push({ offset, length, mark })
    },
  })
  let open = ''
  let from = 0
  for (const { offset, length, mark } of replacements) {
    open += `${marks.redact(body.slice(from, offset))}"${mark}"`
    from = offset + length
  }
  return open + marks.redact(body.slice(from))
}
