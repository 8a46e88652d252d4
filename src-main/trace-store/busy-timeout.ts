/** Milliseconds that a statement waits for another process. */
export const busyTimeout = 5000
