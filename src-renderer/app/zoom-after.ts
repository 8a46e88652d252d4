import { zoom } from '#contract/settings/zoom.ts'

/** The zoom that a command leads to in percent, or undefined when it does not zoom. */
export function zoomAfter(command: string, percent: number): number | undefined {
  switch (command) {
    case 'zoom.in':
      return Math.min(zoom.max, percent + 10)
    case 'zoom.out':
      return Math.max(zoom.min, percent - 10)
    case 'zoom.reset':
      return zoom.default
    default:
      return undefined
  }
}
