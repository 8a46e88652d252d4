/** The colours that a profile may have; each is a design token of the window. */
export const profileColours = ['violet', 'blue', 'teal', 'green', 'amber', 'red', 'grey'] as const
