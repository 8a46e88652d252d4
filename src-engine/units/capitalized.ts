/** A text with its first letter in uppercase; the others stay. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
