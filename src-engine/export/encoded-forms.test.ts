import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodedForms, formsButForSigns } from './encoded-forms.ts'

const lettersOf = (forms: Iterable<string>): readonly string[] =>
  [...new Set(Array.from(forms, (form) => form.replace(/[\s!-/:-@[-`{-~]/g, '')))].sort()

test('but for signs, a value has the same forms, of any kind and length', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }))
  fc.assert(
    fc.property(value, (text) => {
      expect(lettersOf(formsButForSigns(text))).toEqual(lettersOf(encodedForms(text)))
    }),
  )
})
