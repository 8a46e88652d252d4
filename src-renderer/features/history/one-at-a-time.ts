/** Runs one call of a function at a time: those made meanwhile lead to a single further one. */
export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let isRunning = false
  let isWanted = false
  return async () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    try {
      while (isWanted) {
        isWanted = false
        await act()
      }
    } finally {
      isRunning = false
    }
  }
}
