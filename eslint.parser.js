// typescript-eslint's parser with one TypeScript program for all files. Its project service gives every
// .vue file a program of its own, and so a type checker of its own: half of lint's time.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { parser } from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

// What the rooms' own tsconfig.json files allow, taken together: vue-tsc holds each room to its own.
const config = {
  extends: './tsconfig.base.json',
  compilerOptions: {
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node', 'vite/client'],
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    // A script without imports would put its names into the global scope.
    moduleDetection: 'force',
  },
  include: ['src-*/**/*', 'e2e/**/*', 'bench/**/*', 'scripts/**/*.d.mts', '*.ts'],
}
const vueFile = { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }

function createProgram() {
  const root = import.meta.dirname
  const file = resolve(root, 'eslint.parser.js')
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root, {}, file, [], [vueFile])
  const options = { ...parsed.options, allowNonTsExtensions: true }
  const host = ts.createCompilerHost(options, true)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (path, settings, ...rest) =>
    path.endsWith('.vue')
      ? ts.createSourceFile(path, scriptOf(path), settings, true, ts.ScriptKind.TS)
      : getSourceFile(path, settings, ...rest)
  return ts.createProgram(parsed.fileNames, options, host)
}

/** The script of a .vue file as vue-eslint-parser hands it on: it adds the types of `generic`. */
function scriptOf(path) {
  let script = ''
  const parseForESLint = (code, options) => {
    if (options.projectService) script = code
    return parser.parseForESLint(code, { ...options, projectService: undefined })
  }
  vueParser.parseForESLint(readFileSync(path, 'utf8'), {
    filePath: path,
    sourceType: 'module',
    projectService: true,
    parser: { parseForESLint },
  })
  return script
}

let program

function parseForESLint(code, options) {
  // vue-eslint-parser asks for no project service where it parses an expression of a template.
  if (!options.projectService) return parser.parseForESLint(code, options)
  program ??= createProgram()
  // An editor has text that is not on the disk yet, and `--fix` parses what it has changed.
  if (program.getSourceFile(options.filePath)?.text !== code) {
    return parser.parseForESLint(code, options)
  }
  return parser.parseForESLint(code, {
    ...options,
    projectService: undefined,
    programs: [program],
    // Else the second parse of a file makes a program for that file alone.
    disallowAutomaticSingleRunInference: true,
  })
}

export default { parseForESLint }
