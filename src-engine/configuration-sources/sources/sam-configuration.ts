import type { ConfigurationSource } from '../configuration-source.ts'
import { readNamedValue } from '../named-value.ts'
import { lineAt } from '../source-document.ts'

/** `samconfig.toml`: its parameters are pairs within one text, or within a list of texts. */
export const samConfigurationSource: ConfigurationSource = {
  id: 'sam-configuration',
  title: 'samconfig.toml',
  recognises: ({ text }) =>
    /^\s*\[[\w.-]+\.parameters\]\s*$/m.test(text) || /^\s*parameter_overrides\s*=/m.test(text),
  read: ({ text }) => {
    const withoutRemarks = text.replace(/^(\s*)#.*$/gm, '$1')
    return [
      ...withoutRemarks.matchAll(/([A-Za-z]\w*)\s*=\s*(?:\\?["'])?([^\s"'\\,=[]+)(?!\s*=|[\w=])/g),
    ].flatMap((found) => {
      const [, name = '', value = ''] = found
      return readNamedValue({ name, value, place: lineAt(withoutRemarks, found.index) })
    })
  },
}
