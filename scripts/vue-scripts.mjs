// The scripts of the .vue files as TypeScript files of their own, `X.vue.ts` in a folder beside the types:
// a linter that knows no .vue files reads those, with the same line numbers. Templates are left out.
import { parse } from 'vue/compiler-sfc'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inCheckout } from './checkout.mjs'

/** The folder, and what lies before the name of a .vue file there. */
export const vueScripts = 'out/vue-scripts'

/** Their imports of other files are looked for beside the .vue files, too. */
const config = {
  extends: '../../src-renderer/tsconfig.json',
  compilerOptions: {
    composite: false,
    noEmit: true,
    emitDeclarationOnly: false,
    rootDirs: ['../..', '.'],
  },
  include: ['**/*.ts'],
  references: [],
}

/** Writes all scripts again, and gives their paths. */
export function writeVueScripts() {
  rmSync(inCheckout(vueScripts), { recursive: true, force: true })
  mkdirSync(inCheckout(vueScripts), { recursive: true })
  writeFileSync(inCheckout(vueScripts, 'tsconfig.json'), JSON.stringify(config))
  return readdirSync(inCheckout('src-renderer'), { recursive: true })
    .filter((name) => name.endsWith('.vue'))
    .map((name) => {
      const path = `${vueScripts}/src-renderer/${name.replaceAll('\\', '/')}.ts`
      mkdirSync(dirname(inCheckout(path)), { recursive: true })
      writeFileSync(
        inCheckout(path),
        scriptOf(readFileSync(inCheckout('src-renderer', name), 'utf8')),
      )
      return path
    })
}

/** Every block on the lines that it has in the .vue file; what a component is generic over comes last. */
function scriptOf(text) {
  const { script, scriptSetup } = parse(text, { sourceMap: false }).descriptor
  const lines = []
  for (const block of [script, scriptSetup])
    for (const [index, line] of block?.content.split('\n').entries() ?? [])
      if (line !== '') lines[block.loc.start.line - 1 + index] = line
  // `Of extends Named` is `type Of = Named` here.
  const types = scriptSetup?.attrs.generic?.replace(/^(\w+) extends (.*)$/, 'type $1 = $2\n') ?? ''
  return `${Array.from(lines, (line) => line ?? '').join('\n')}\n${types}`
}
