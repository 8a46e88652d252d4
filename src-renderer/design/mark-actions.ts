import { inject, provide, type InjectionKey } from 'vue'

/** What a click on the mark of a secret does; the application provides it, views only call it. */
export type OpenMark = (mark: string, anchor: Element) => void

const key: InjectionKey<OpenMark> = Symbol('open a mark')

/** Says what marks in this part of the window do when they are clicked. */
export const provideOpenMark = (open: OpenMark): void => {
  provide(key, open)
}

/** What to do with a clicked mark; nothing where none was provided. */
export const useOpenMark = (): OpenMark => inject(key, () => undefined)

/** The words of a mark without its quotation marks: `session 9f3a`. */
export const markWords = (mark: string): string => mark.replace(/[‹›]/g, '')

/**
 * The hue that a mark is drawn in, in degrees: a session's follows from its digits, so that the
 * same session has the same colour wherever it is. Between green and violet only: red and amber
 * say that something is wrong. Other marks have the one colour of marks.
 */
export function markHue(mark: string): number | undefined {
  const digits = /^‹session ([0-9a-f]{4})/.exec(mark)?.[1]
  return digits === undefined ? undefined : 150 + ((Number.parseInt(digits, 16) * 137) % 120)
}
