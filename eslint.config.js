import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'
import { restrictedInComments, syntaxRules, templateWordRules, wordRules } from './eslint.words.js'
import syntax from './oxlint.syntax.js'

export default defineConfig([
  // oxlint.config.js has the rules for TypeScript, and those with types for the scripts of .vue files.
  globalIgnores(['out/', 'dist/', 'demo/', 'test-results/', 'node_modules/', '**/*.{ts,mts}']),
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
    files: ['**/*.vue'],
    extends: [
      typescript.configs.strict,
      vue.configs['flat/recommended'],
      accessibility.configs['flat/recommended'],
    ],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      ...vue.configs['no-layout-rules'].rules,
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-v-html': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },

  {
    // What a control puts into a layer of its own lies outside its scope.
    files: ['src-renderer/design/**/*.vue'],
    rules: { 'vue/enforce-style-attribute': ['error', { allow: ['scoped', 'plain'] }] },
  },
  { rules: syntaxRules },
  {
    // The comments of .vue files, oxlint reads with their scripts.
    files: ['**/*.{js,mjs,cjs}'],
    ignores: ['eslint.words.js'],
    plugins: { syntax },
    rules: { 'syntax/comments': ['error', ...restrictedInComments] },
  },
  { files: ['src-*/**/*.vue'], rules: wordRules },
  { files: ['src-renderer/**/*.vue'], rules: templateWordRules },
  {
    files: ['**/*.vue'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
])
