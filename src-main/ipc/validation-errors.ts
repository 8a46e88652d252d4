/** Zod's own messages can quote what was received, so only place and kind are kept. */
export const validationErrors = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
) => issues.map(({ path, code }) => ({ path: path.map(String), code }))
