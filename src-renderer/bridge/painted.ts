/** Milliseconds after which a frame is not waited for any longer: a hidden window paints none. */
const maxWaitMs = 1000

/** Once what was just changed in the page is on the screen. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, maxWaitMs)
    // The first frame is the one that shows it; the second begins when it is painted.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve()
      })
    })
  })
