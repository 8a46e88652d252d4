import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'
import { nameRules, syntaxRules, templateWordRules, wordRules } from './eslint.words.js'
import parser from './eslint.parser.js'

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

/** Lets only what is not in `patterns` be imported by `files`. */
function neverImport(files, patterns) {
  return {
    files,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
}

export default defineConfig([
  globalIgnores(['out/', 'dist/', 'demo/', 'test-results/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },

  {
    files: ['**/*.{ts,mts,vue}'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parser,
      parserOptions: { projectService: true, extraFileExtensions: ['.vue'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A number says itself.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => act()` as a handler says nothing wrong.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended'], accessibility.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser } },
    rules: {
      ...vue.configs['no-layout-rules'].rules,
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-v-html': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // Only vue-tsc knows what a template reference or another .vue file is, and its `strict`
      // finds what these would; to the linter both are unresolved.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  {
    // What a control puts into a layer of its own lies outside its scope.
    files: ['src-renderer/design/**/*.vue'],
    rules: { 'vue/enforce-style-attribute': ['error', { allow: ['scoped', 'plain'] }] },
  },
  {
    // To the linter a component, which is a .vue file, has no type; to the compilers it has.
    files: ['src-renderer/main.ts', 'src-renderer/**/*.browser.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off' },
  },

  { files: ['**/*.{ts,vue}'], rules: nameRules },
  { rules: syntaxRules },
  {
    files: ['src-*/**/*.{ts,vue}'],
    ignores: ['**/*.test.ts'],
    rules: wordRules,
  },
  {
    // The words of earlier versions, as their files contain them.
    files: ['src-engine/trace/versions/**'],
    rules: { 'id-denylist': 'off' },
  },
  { files: ['src-renderer/**/*.vue'], rules: templateWordRules },

  { files: ['**/*.ts'], rules: { 'max-lines': ['error', 350] } },
  {
    files: ['**/*.{ts,vue}'],
    ignores: ['**/*.test.ts', 'e2e/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.vue'], rules: { 'max-lines': ['error', 300] } },

  {
    files: ['**/*.{ts,vue}'],
    ignores: mayReveal,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)secret/secret\\.ts$',
              importNames: ['reveal', 'revealText'],
              message: 'eslint.config.js lists who may look into a secret.',
            },
          ],
        },
      ],
    },
  },

  neverImport(['**/*.{ts,vue}'], [electron, rekaUi]),
  neverImport(['src-main/electron/**', 'src-main/preload/**'], [rekaUi]),
  neverImport(['src-engine/**', 'src-contract/**', 'src-renderer/**'], [electron, rekaUi, node]),
  neverImport(['src-renderer/design/**'], [electron, node]),
  // Tests read vectors from disk, and the window's own tests run outside a window.
  neverImport(['**/*.test.ts'], [electron]),

  {
    files: ['src-main/cli/**', 'bench/**', 'e2e/demo.ts', 'e2e/answer-forms.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', 'src-renderer/browser-tests/**', 'e2e/**', 'bench/**'],
    rules: {
      // What a test indexes or awaits and does not get fails the test anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `JSON.parse` and vitest's matchers are `any`; what they compare with is not.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Foreign clients are here because people still have them.
      '@typescript-eslint/no-deprecated': 'off',
      // `expect(port.send).toHaveBeenCalled()` calls nothing.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
])
