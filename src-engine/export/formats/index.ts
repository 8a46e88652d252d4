import { awsCliFormat } from './aws-cli-format.ts'
import { boto3Format } from './boto3-format.ts'
import { brunoFormat } from './bruno-format.ts'
import { k6Format } from './k6-format.ts'
import { postmanFormat } from './postman-format.ts'
import { curlFormat } from './curl-format.ts'
import { dotnetFormat } from './dotnet-format.ts'
import { goFormat } from './go-format.ts'
import { javaFormat } from './java-format.ts'
import { kotlinFormat } from './kotlin-format.ts'
import { phpFormat } from './php-format.ts'
import { rustFormat } from './rust-format.ts'
import { swiftFormat } from './swift-format.ts'
import type { ExportFormat } from './export-format.ts'
import { harFormat } from './har-format.ts'
import { javascriptFormat } from './javascript-format.ts'
import { markdownFormat } from './markdown-format.ts'
import { pngFormat } from './png-format.ts'
import { svgFormat } from './svg-format.ts'
import { jsonFormat } from './json-format.ts'
import { recipeFormat } from './recipe-format.ts'

const formats = [
  harFormat,
  jsonFormat,
  markdownFormat,
  svgFormat,
  pngFormat,
  curlFormat,
  awsCliFormat,
  javascriptFormat,
  boto3Format,
  rustFormat,
  goFormat,
  javaFormat,
  kotlinFormat,
  swiftFormat,
  dotnetFormat,
  phpFormat,
  postmanFormat,
  brunoFormat,
  k6Format,
  recipeFormat,
] as const

/** Ids of the formats, as stored and sent. */
export type ExportFormatId = (typeof formats)[number]['id']

/** The one list of export formats, in the order of the dialog. */
export const exportFormats: readonly (ExportFormat & { readonly id: ExportFormatId })[] = formats

/** Whether a text names a format. */
export const isExportFormatId = (text: string): text is ExportFormatId =>
  formats.some(({ id }) => id === text)

/**
 * The format of an id.
 * @throws TypeError when there is none
 */
export function exportFormat(id: string): ExportFormat {
  const format = exportFormats.find((one) => one.id === id)
  if (!format) throw new TypeError(`no export format ${id}`)
  return format
}
