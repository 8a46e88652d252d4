/** A file that was exported and not written yet. */
export interface ExportedFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Draws an SVG as a PNG, which takes a browser. */
export type DrawPicture = (svg: string) => Promise<Uint8Array>
