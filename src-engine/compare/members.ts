import { personalKinds } from '../catalogue/members/member.ts'

/** The texts of a value by the path to each, such as `AuthParameters.USERNAME`. */
export type Members = ReadonlyMap<string, string>

const maxDepth = 12

/** Takes a value apart; marks lose what tells one secret of a kind from another. */
export function membersOf(value: unknown): Members {
  const members = new Map<string, string>()
  const gather = (part: unknown, path: string, depth: number): void => {
    if (part === undefined) return
    if (typeof part === 'object' && part !== null && depth < maxDepth)
      for (const [name, member] of Object.entries(part))
        gather(member, path === '' ? name : `${path}.${name}`, depth + 1)
    else members.set(path, withoutMarks(typeof part === 'string' ? part : JSON.stringify(part)))
  }
  gather(value, '', 0)
  return members
}

/** `‹session 9f3a›` is another mark in each trace: what is left says that it is a session. */
const withoutMarks = (text: string): string =>
  text
    .replace(/‹([^‹›]*?) [0-9a-f]{4,}›/g, '‹$1›')
    .replace(/\bhost-[0-9a-f]{4,}\.invalid\b/g, '‹host›')

const personalMark = new RegExp(`‹(?:${personalKinds.join('|')})›`)

/**
 * Whether a text of a redacted file may be the other text: they are the same but for what the marks
 * of personal values stand for, which nobody can tell from the file.
 */
export function mayBeTheSame(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false
  return fits(left, right) || fits(right, left)
}

function fits(redacted: string, text: string): boolean {
  const parts = redacted.split(personalMark)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length === 1 || !text.startsWith(first)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.endsWith(last) && text.length - last.length >= at
}

/** Members that only one side has, or that are otherwise on the other, in the order of the left. */
export function differingMembers(
  left: Members,
  right: Members,
): readonly { readonly member: string; readonly left?: string; readonly right?: string }[] {
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((member) => {
    const [a, b] = [left.get(member), right.get(member)]
    if (a === b) return []
    return [{ member, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) }]
  })
}
