import type { WindowPlace } from '#main/settings/settings.ts'

/** A rectangle in screen coordinates. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least that a window can be and still show its three panes. */
export const minSize = { width: 900, height: 560 } as const

/** How much of the title bar must be on a screen, so that the window can be dragged. */
const handle = 80

/**
 * Where the window opens: where it was, unless that screen is gone; then in the usual size, and the
 * system places it.
 */
export function placeToOpen(
  was: WindowPlace | undefined,
  screens: readonly Area[],
): Partial<Area> & { readonly width: number; readonly height: number } {
  const defaultValue = { width: 1440, height: 900 }
  if (!was) return fitting(defaultValue, screens[0])
  const seen = screens.find(
    (screen) =>
      was.x + was.width >= screen.x + handle &&
      was.x <= screen.x + screen.width - handle &&
      was.y >= screen.y &&
      was.y <= screen.y + screen.height - handle,
  )
  if (!seen) return fitting(defaultValue, screens[0])
  return { x: was.x, y: was.y, ...fitting(was, seen) }
}

const fitting = ({ height, width }: { width: number; height: number }, screen?: Area) => ({
  width: Math.max(minSize.width, Math.min(width, screen?.width ?? width)),
  height: Math.max(minSize.height, Math.min(height, screen?.height ?? height)),
})
