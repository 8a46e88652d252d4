/** Milliseconds between two words about the progress. */
const progressEvery = 100

/** Tells the window how much is done, from 0 to 1, but not with every step. */
export function progressTeller(tell: (part: number) => void): (part: number) => void {
  let told = 0
  return (part) => {
    if (performance.now() - told < progressEvery) return
    told = performance.now()
    tell(Math.min(1, part))
  }
}
