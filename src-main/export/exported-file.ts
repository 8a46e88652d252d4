/** What is written of a file, in turn. */
export type FilePieces = AsyncIterable<string | Uint8Array>

/** A file that is exported while its pieces are asked for. */
export interface ExportedFile {
  readonly name: string
  /** Whether all pieces are texts. */
  readonly isText: boolean
  /**
   * Each piece was searched for secrets before it comes; a leak ends them with a `BridgeError`
   * `export-leaks`.
   */
  readonly pieces: FilePieces
}

/** Draws an SVG as a PNG, which takes a browser. */
export type DrawPicture = (svg: string) => Promise<Uint8Array>
