import { BridgeError } from '#contract/failure.ts'
import type { Exporter } from './export-handlers.ts'

export const exporter: Exporter = {
  preview: () => {
    throw new BridgeError('not-there', 'Exports are not there yet.')
  },
  text: () => {
    throw new BridgeError('not-there', 'Exports are not there yet.')
  },
}
