/** The configuration of a session bus that starts no desktop services of its own accord. */
export const busConfiguration: string
