import { traceImporter } from './authscope/trace-importer.ts'
import { harImporter } from './har/har-importer.ts'
import type { Importer } from './importer.ts'

/** Every format that can be opened; the first that recognises a file reads it. */
export const importers: readonly Importer[] = [traceImporter, harImporter]
