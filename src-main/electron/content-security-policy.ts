import { createHash } from 'node:crypto'

/**
 * The cursors that reka-ui's splitter shows while a pane is resized, in an element that is empty at
 * first: the only inline styles.
 */
const cursorStyles = [
  '',
  ...['ew-resize', 'e-resize', 'w-resize'].map((cursor) => `*{cursor: ${cursor}!important;}`),
]

const hashSource = (style: string): string =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/**
 * What the window's page may load. `connect-src` is none because the renderer never touches the
 * network. No other inline styles are allowed: Vue and CodeMirror set theirs through the CSSOM.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${cursorStyles.map(hashSource).join(' ')}`,
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
