/** A text as a piece of a regular expression, with or without the `u` flag, that matches just it. */
export const inPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
