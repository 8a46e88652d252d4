/** Percent, as far as the window can be zoomed. */
export const zoomLimits = { min: 50, defaultValue: 100, max: 300 } as const
