/**
 * Headers that carry something which only the two ends should know, by what tools call them: a
 * log-in of a proxy or a custom endpoint, a cookie, a signature.
 */
const secretHeader =
  /^(?!access-control-|www-authenticate)(.*(authorization|cookie|token|secret|api-?key|password|credential).*)$/i

/** Whether a header of this name carries a secret, in a trace as in an export. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name)
