// TypeScript, in .ts and in the scripts of .vue files, with the types: oxlint and tsgolint are native.
// What only ESLint knows (templates), and the project's scripts, are in eslint.config.js.
import typescript from 'typescript-eslint'
import { nameRules, restrictedInComments, syntaxRules, wordRules } from './eslint.words.js'
import { vueScripts } from './scripts/vue-scripts.mjs'

// Who may look into a secret: what computes with it, what sends it, what stores it, what looks for
// it in an export, and what shows or copies it on request. A new name here is a decision, not a
// formality: name the file, never a folder.
const mayReveal = [
  'bench/redaction.ts',
  'src-engine/catalogue/challenges/device-password-verifier.ts',
  'src-engine/catalogue/challenges/software-token-mfa.ts',
  'src-engine/catalogue/define-request-fault.ts',
  'src-engine/catalogue/fault-injection/alias-instead-of-user-id.ts',
  'src-engine/catalogue/fault-injection/secret-hash-over-alias.ts',
  'src-engine/catalogue/flows/custom-auth.ts',
  'src-engine/catalogue/flows/refresh-token-auth.ts',
  'src-engine/catalogue/flows/user-auth.ts',
  'src-engine/catalogue/flows/user-password-auth.ts',
  'src-engine/catalogue/flows/user-srp-auth.ts',
  'src-engine/catalogue/operation-request.ts',
  'src-engine/catalogue/srp-proof.ts',
  'src-engine/export/restore-secrets.ts',
  'src-engine/export/scan-for-leaks.ts',
  'src-engine/facts/client-secret.ts',
  'src-engine/facts/known-call.ts',
  'src-engine/facts/password.ts',
  'src-engine/facts/secret-hash.ts',
  'src-engine/facts/srp-proof.ts',
  'src-engine/facts/totp-code.ts',
  'src-engine/secret-hash/secret-hash.ts',
  'src-engine/sign-in/known-secrets.ts',
  'src-engine/sign-in/transition.ts',
  'src-engine/tokens/open-token.ts',
  'src-engine/totp/computed-code.ts',
  'src-engine/trace/mark-registry.ts',
  'src-engine/wire/respond-to-auth-challenge.ts',
  'src-pool/conformance/play.ts',
  'src-pool/credentials/check-secret-hash.ts',
  'src-main/application/configuration-handlers.ts',
  'src-main/application/copied-secret.ts',
  'src-main/application/device-handlers.ts',
  'src-main/application/secret-clipboard.ts',
  'src-main/application/secret-handlers.ts',
  'src-main/application/srp-handlers.ts',
  'src-main/application/token-handlers.ts',
  'src-main/cli/sign-in/device-file.ts',
  'src-main/cli/sign-in/report.ts',
  'src-main/devices/confirm-device.ts',
  'src-engine/configuration-sources/connections-under-test.ts',
  'src-main/diagnosis/scenarios-under-test.ts',
  'src-main/electron/passkey-window.ts',
  'src-main/export/export-trace.ts',
  'src-main/http/send-operation.ts',
  'src-main/mcp/allowed-profile.ts',
  'src-main/network/trust.ts',
  'src-main/network/tunnel-agent.ts',
  'src-main/passkeys/exported-passkey.ts',
  'src-main/redrive/redrive.ts',
  'src-main/runs/call-context.ts',
  'src-main/runs/earlier-sign-ins.ts',
  'src-main/runs/kept-runs.ts',
  'src-main/runs/other-runs.ts',
  'src-main/runs/planned-fault.ts',
  'src-main/runs/run.ts',
  'src-main/runs/runs.ts',
  'src-main/runs/wrap-secret-inputs.ts',
  'src-main/tokens/report.ts',
  'src-main/tokens/verify-signature.ts',
  'src-main/trace-store/encrypted-history.ts',
  'src-main/trace-store/open-trace-store.ts',
  'src-main/trace-store/packed-run.ts',
  'src-main/trace-store/store-messages.ts',
  'src-main/trace-store/trace-store-client.ts',
  'src-main/vault/packed-secret.ts',
  // Fills the history of an earlier commit, whose secrets are objects of its own.
  'bench/history.ts',
  'bench/known-user.ts',
  'bench/sample-sign-ins.ts',
  '**/*.test.ts',
]

const electron = {
  group: ['electron', 'electron/*'],
  message: 'Only src-main/electron and src-main/preload import Electron; give it a port.',
}
const rekaUi = {
  group: ['reka-ui', 'reka-ui/*'],
  message: 'Only src-renderer/design wraps reka-ui; use or add a control there.',
}
const node = {
  group: ['node:*'],
  message: 'This room has no Node; let what needs it come in from outside.',
}

const reveal = {
  regex: '(^|/)secret/secret\\.ts$',
  importNames: ['reveal', 'revealText'],
  message: 'oxlint.config.js lists who may look into a secret.',
}

/** Lets only what is not in `patterns` be imported by `files`, and secrets revealed by those listed. */
function neverImport(rooms, patterns) {
  const files = rooms.flatMap((room) => [room, `${vueScripts}/${room}`])
  const rule = (...all) => ({ 'no-restricted-imports': ['error', { patterns: all }] })
  return [
    { files, rules: rule(...patterns) },
    { files, excludeFiles: mayReveal, rules: rule(...patterns, reveal) },
  ]
}

/** The one rule of typescript-eslint's that tsgolint does not have; docs/gates.md says what is in its place. */
const noCounterpart = '@typescript-eslint/no-unsafe-class-instance-assignment'

/** All that typescript-eslint calls strict, by oxlint's names. */
const strict = Object.fromEntries(
  typescript.configs.strictTypeChecked
    .flatMap(({ rules = {} }) => Object.entries(rules))
    .filter(([name, severity]) => severity !== 'off' && name !== noCounterpart)
    .map(([name, severity]) => [name.replace('@typescript-eslint/', 'typescript/'), severity]),
)

/** ESLint's no-restricted-syntax as oxlint.syntax.js has it. */
function asPlugin({ 'no-restricted-syntax': options }) {
  return { 'syntax/restricted': options }
}

export default {
  plugins: ['typescript'],
  jsPlugins: ['./oxlint.syntax.js'],
  categories: { correctness: 'off' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/*.{js,mjs,cjs,vue}'],
  rules: {
    ...strict,
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    // A number says itself.
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    // `() => act()` as a handler says nothing wrong.
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    eqeqeq: 'error',
    'no-console': 'error',
    'max-lines': ['error', 350],
    'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    ...nameRules,
    ...asPlugin(syntaxRules),
    'syntax/comments': ['error', ...restrictedInComments],
  },
  overrides: [
    {
      files: [`${vueScripts}/**`],
      rules: {
        // What a template uses, ESLint knows.
        'no-unused-vars': 'off',
        'max-lines': 'off',
        // Only vue-tsc knows what a template reference or another .vue file is, and its `strict`
        // finds what these would; to the linter both are unresolved.
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
    {
      // To the linter a component, which is a .vue file, has no type; to the compilers it has.
      files: ['src-renderer/main.ts', 'src-renderer/**/*.browser.test.ts'],
      rules: { 'typescript/no-unsafe-argument': 'off' },
    },
    { files: ['src-*/**/*.ts'], excludeFiles: ['**/*.test.ts'], rules: asPlugin(wordRules) },
    {
      // The words of earlier versions, as their files contain them.
      files: ['src-engine/trace/versions/**'],
      rules: { 'id-denylist': 'off' },
    },

    ...neverImport(['**/*.ts'], [electron, rekaUi]),
    ...neverImport(['src-main/electron/**', 'src-main/preload/**'], [rekaUi]),
    ...neverImport(
      ['src-engine/**', 'src-contract/**', 'src-renderer/**'],
      [electron, rekaUi, node],
    ),
    ...neverImport(['src-renderer/design/**'], [electron, node]),
    // Tests read vectors from disk, and the window's own tests run outside a window.
    ...neverImport(['**/*.test.ts'], [electron]),

    {
      files: ['src-main/cli/**', 'bench/**', 'e2e/demo.ts', 'e2e/answer-forms.ts'],
      rules: { 'no-console': 'off' },
    },
    { files: ['**/*.test.ts', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
    {
      files: ['**/*.test.ts', 'src-renderer/browser-tests/**', 'e2e/**', 'bench/**'],
      rules: {
        // What a test indexes or awaits and does not get fails the test anyway.
        'typescript/no-non-null-assertion': 'off',
        // `JSON.parse` and vitest's matchers are `any`; what they compare with is not.
        'typescript/no-unsafe-assignment': 'off',
        // Foreign clients are here because people still have them.
        'typescript/no-deprecated': 'off',
        // `expect(port.send).toHaveBeenCalled()` calls nothing.
        'typescript/unbound-method': 'off',
      },
    },
  ],
}
