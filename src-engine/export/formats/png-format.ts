import type { ExportFormat } from './export-format.ts'
import { svgFormat } from './svg-format.ts'

export const pngFormat = {
  ...svgFormat,
  id: 'png',
  title: 'Sequence diagram (PNG)',
  note: 'the same picture for chats and pages that show no SVG',
  extension: 'png',
  isPicture: true,
} as const satisfies ExportFormat
