import { inject, provide, type InjectionKey } from 'vue'

/** The keys of a command. */
export interface Shortcut {
  /** As a person reads them: `Ctrl ⏎`, `⌘K`. */
  readonly shown: string
  /** As the attribute `aria-keyshortcuts` writes them: `Control+Enter`. */
  readonly aria: string
}

/** The keys of a command by its id; undefined when it has none. Reactive when read in a render. */
export type ShortcutOf = (command: string) => Shortcut | undefined

const key: InjectionKey<ShortcutOf> = Symbol('shortcut of a command')

/** Says which keys the commands have; controls that name a command show them. */
export const provideShortcuts = (shortcutOf: ShortcutOf): void => {
  provide(key, shortcutOf)
}

/** The keys of commands; none where none were provided. */
export const useShortcuts = (): ShortcutOf => inject(key, () => undefined)
