/** Text for a terminal, in colour where colours are seen. */
export interface Paint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly note: (text: string) => string
}

/** Colours that read well on dark and on light, or none. */
export function paint(colours: boolean): Paint {
  const between = (begin: number, end: number) => (text: string) =>
    colours ? `\u001b[${String(begin)}m${text}\u001b[${String(end)}m` : text
  return {
    strong: between(1, 22),
    faint: between(2, 22),
    good: between(32, 39),
    bad: between(31, 39),
    note: between(36, 39),
  }
}

/** A text from outside without the characters that would steer the terminal. */
export const stripControlCharacters = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '�',
  )
