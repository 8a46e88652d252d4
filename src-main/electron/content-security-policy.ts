/**
 * What the window's page may load. `connect-src` is none because the renderer never touches the
 * network. Not even inline styles are allowed: Vue and CodeMirror set theirs through the CSSOM.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Text becomes markup only where Vue compiles it; no other code can set innerHTML.
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ')
