import { visibleText } from '#engine/json/visible-text.ts'
import type { CommandLineIo } from './command-line-io.ts'

/** What `paint` writes, and nothing else of a terminal's language. */
const colours = /(\u001b\[(?:1|22|2|32|39|31|36)m)/

/**
 * The same streams, to which no character passes that steers a terminal or turns text around,
 * whichever foreign text a command writes. JSON means the same as before.
 */
export function guarded(io: CommandLineIo): CommandLineIo {
  const safe = (text: string) =>
    io.colours
      ? text
          .split(colours)
          .map((piece, index) => (index % 2 === 1 ? piece : visibleText(piece)))
          .join('')
      : visibleText(text)
  return {
    ...io,
    write: (text) => {
      io.write(safe(text))
    },
    error: (text) => {
      io.error(safe(text))
    },
  }
}
