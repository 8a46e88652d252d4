import { reactive } from 'vue'

/** Sources that were typed and not saved, by pool and trigger: they outlive the view. */
const drafts = reactive(new Map<string, string>())

const key = (userPoolId: string, name: string) => `${userPoolId} ${name}`

/** The text that was typed for a trigger and not saved; undefined where there is none. */
export const draftOf = (userPoolId: string, name: string): string | undefined =>
  drafts.get(key(userPoolId, name))

/** Keeps a text that is not saved yet; undefined drops it. */
export function keepDraft(userPoolId: string, name: string, text: string | undefined): void {
  if (text === undefined) drafts.delete(key(userPoolId, name))
  else drafts.set(key(userPoolId, name), text)
}
