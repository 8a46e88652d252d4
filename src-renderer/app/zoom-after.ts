import { zoomLimits } from '#contract/zoom-limits.ts'

/** The zoom that a command leads to in percent, or undefined when it does not zoom. */
export function zoomAfter(command: string, zoom: number): number | undefined {
  switch (command) {
    case 'zoom.in':
      return Math.min(zoomLimits.max, zoom + 10)
    case 'zoom.out':
      return Math.max(zoomLimits.min, zoom - 10)
    case 'zoom.reset':
      return zoomLimits.defaultValue
    default:
      return undefined
  }
}
