import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

it('nothing is loaded but the window’s own files, and nothing is connected to', () => {
  const directives = new Map(
    contentSecurityPolicy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources] as const
    }),
  )
  const { 'style-src': styles = [], ...others } = Object.fromEntries(directives)
  expect(others).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['vue'],
  })
  // Styles by their exact text, never all that are inline.
  for (const source of styles) expect(source).toMatch(/^'(self|sha256-[\w+/]{43}=)'$/)
})
