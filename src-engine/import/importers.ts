import { bruImporter, newmanImporter } from './api-client/report-importer.ts'
import { traceImporter } from './authscope/trace-importer.ts'
import { botocoreImporter } from './botocore/botocore-importer.ts'
import { curlImporter } from './curl/curl-importer.ts'
import { harImporter } from './har/har-importer.ts'
import type { Importer } from './importer.ts'
import { sdkJsImporter } from './sdk-js/sdk-js-importer.ts'

/** Every format that can be opened; the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  traceImporter,
  newmanImporter,
  bruImporter,
  harImporter,
  botocoreImporter,
  sdkJsImporter,
  curlImporter,
]
