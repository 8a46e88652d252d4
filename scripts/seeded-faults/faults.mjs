// Faults as a careless change brings them in, one at a time. Each is an edit of one file: text in the
// place of another, text added at the end, or a whole new file. `tests` names the tests to run where
// they read the file rather than import it.

const component = 'src-renderer/design/EmptyState.vue'

/** @type {{ title: string, file: string, from?: string, to?: string, append?: string, create?: string, unformatted?: true, tests?: string }[]} */
export const faults = [
  {
    title: 'a type error',
    file: 'src-engine/totp/totp.ts',
    from: 'const totpPeriod = 30',
    to: "const totpPeriod: number = '30'",
  },
  {
    title: 'an unused export',
    file: 'src-engine/totp/totp.ts',
    from: 'const totpPeriod = 30',
    to: 'export const totpPeriod = 30',
  },
  {
    title: 'a forbidden import between rooms',
    file: 'src-engine/totp/totp.ts',
    append:
      "\nimport { nativeModPow } from '#main/srp/native-mod-pow.ts'\nvoid nativeModPow(1n, 1n, 3n)\n",
  },
  {
    title: 'an import up the staircase of the engine',
    file: 'src-engine/totp/totp.ts',
    append: "\nimport { flows } from '../catalogue/flows/index.ts'\nvoid flows.size\n",
  },
  {
    title: 'Node in the engine',
    file: 'src-engine/totp/totp.ts',
    from: 'const totpPeriod = 30',
    to: "const totpPeriod = Number(process.env['PERIOD'] ?? 30)",
  },
  {
    title: 'a package for development in shipped code',
    file: 'src-main/tokens/report-run.ts',
    append: "\nimport { generate } from 'selfsigned'\nvoid generate([])\n",
  },
  {
    title: 'a dependency that nothing imports',
    file: 'package.json',
    from: '"dependencies": {',
    to: '"dependencies": {\n    "left-pad": "^1.3.0",',
  },
  {
    title: 'an any',
    file: 'src-engine/totp/totp.ts',
    from: '(now: number): number =>',
    to: '(now: any): number =>',
  },
  {
    title: 'a promise that nobody waits for',
    file: 'src-main/application/app-handlers.ts',
    from: 'await vault.choose(choice)',
    to: 'vault.choose(choice)',
  },
  {
    title: 'a secret revealed outside of the listed files',
    file: 'src-main/application/run-observers/remember-password.ts',
    from: "import { Secret } from '#engine/secret/secret.ts'",
    to: "import { reveal, Secret } from '#engine/secret/secret.ts'\nvoid reveal(Secret.of('password', ''))",
  },
  {
    title: 'a secret in a reply to the window',
    file: 'src-contract/routes/runs.ts',
    from: 'output: z.object({ values: texts })',
    to: "output: z.object({ values: texts, password: secret('password') })",
  },
  {
    title: 'a handler that the contract does not name',
    file: 'src-main/application/app-handlers.ts',
    from: "'text.copy': ({ text })",
    to: "'text.paste': () => Promise.resolve(),\n    'text.copy': ({ text })",
  },
  {
    title: 'a wrong ARIA role',
    file: component,
    from: '<div class="empty">',
    to: '<div class="empty" role="buton">',
  },
  {
    title: 'an element that only a pointer operates',
    file: component,
    from: '<strong>{{ title }}</strong>',
    to: '<strong @click="$emit(\'chosen\')">{{ title }}</strong>',
  },
  {
    title: 'HTML from data',
    file: component,
    from: '<p>{{ text }}</p>',
    to: '<p v-html="text"></p>',
  },
  {
    title: 'a colour with too little contrast',
    file: component,
    from: 'color: var(--ink-2);',
    to: 'color: #bbbbbb;',
  },
  {
    title: 'a banned word in what people read',
    file: 'src-main/application/app-handlers.ts',
    from: 'can be opened.',
    to: 'can be opened by hand.',
  },
  {
    title: 'a banned identifier',
    file: 'src-main/application/app-handlers.ts',
    from: 'const inputs = Object.entries',
    to: 'const soFar = 1\n      void soFar\n      const inputs = Object.entries',
  },
  {
    title: 'an unformatted file',
    file: 'src-engine/totp/totp.ts',
    from: 'const totpPeriod = 30',
    to: 'const totpPeriod   =   30',
    unformatted: true,
  },
  {
    title: 'a wrong constant in SRP',
    file: 'src-engine/srp/group.ts',
    from: '538282c4',
    to: '538282c5',
  },
  {
    title: 'a weaker content security policy',
    file: 'src-main/electron/content-security-policy.ts',
    from: "connect-src 'none'",
    to: "connect-src 'self'",
  },
  {
    title: 'a component without a test',
    file: 'src-renderer/design/NewThing.vue',
    create: '<template>\n  <p>New</p>\n</template>\n',
    tests: 'src-renderer/browser-tests/every-component.test.ts',
  },
  {
    title: 'a generated page that was edited',
    file: 'docs/fidelity.md',
    append: '\nOne more sentence.\n',
    tests: 'src-pool/foreign-clients/fidelity-page.test.ts',
  },
  {
    title: 'a focused test that keeps the others from running',
    file: 'src-engine/totp/totp.test.ts',
    append: "\nit.only('is focused', () => undefined)\n",
  },
]
