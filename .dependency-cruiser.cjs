// Which room may import which. The reasons are in docs/architecture.md.
// An exchange is a test of its own, which a list of them plays.
const tests = '\\.(test|exchange)\\.ts$|^src-renderer/browser-tests/'

/** @param {string[]} packages names, or scopes ending in `/` */
function npm(...packages) {
  return packages.map((name) => `^node_modules/(@types/)?${name}${name.endsWith('/') ? '' : '/'}`)
}

/** What a room may never reach, tests included. */
function roomNever(room, ...others) {
  return {
    name: `${room}-never-imports-${others.join('-or-')}`,
    comment: `src-${room} knows nothing of ${others.join(', ')}.`,
    severity: 'error',
    from: { path: `^src-${room}/` },
    to: { path: others.map((other) => `^${other}/`) },
  }
}

/** The only packages that a room's own code may load. */
function onlyPackages(room, ...packages) {
  return {
    name: `${room}-packages`,
    comment: `src-${room} keeps to the packages listed in .dependency-cruiser.cjs.`,
    severity: 'error',
    from: { path: `^src-${room}/`, pathNot: `${tests}|-under-test\\.ts$|\\.exchange\\.ts$` },
    to: {
      path: '^node_modules/',
      pathNot: npm(...packages),
      dependencyTypesNot: ['type-only'],
    },
  }
}

/** A room that runs without Node. */
function withoutNode(room) {
  return {
    name: `${room}-without-node`,
    comment: `src-${room} has no Node: what needs it comes in from outside.`,
    severity: 'error',
    from: { path: `^src-${room}/`, pathNot: tests },
    to: { dependencyTypes: ['core'] },
  }
}

/**
 * The folders of a room in levels, lowest first: what a folder may import is before it. Folders
 * of one level know nothing of each other.
 * @param {string[][]} levels
 */
function staircase(room, levels) {
  return levels.flatMap((level, index) =>
    level.map((folder) => ({
      name: `${room}-${folder}-imports-only-lower-folders`,
      comment: `The order of the folders of src-${room} is in .dependency-cruiser.cjs.`,
      severity: 'error',
      from: { path: `^src-${room}/${folder}/`, pathNot: tests },
      to: {
        path: `^src-${room}/`,
        pathNot: [...levels.slice(0, index).flat(), folder].map(
          (lower) => `^src-${room}/${lower}/`,
        ),
      },
    })),
  )
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: mend its path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-package',
      comment: 'Declare the package in package.json; another package brought it by chance.',
      severity: 'error',
      // The page is an application of its own, with a package.json that Electron starts it by.
      from: { path: '^(src-[a-z]+|e2e|bench)/', pathNot: '^e2e/amplify-page/' },
      to: { pathNot: '^node_modules/electron/', dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-import-of-a-test',
      comment: 'A test file is imported by nothing.',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-import-of-what-runs-the-application',
      comment: 'Tests, measurements and scripts look at the application, not it at them.',
      severity: 'error',
      from: { path: '^src-' },
      to: { path: '^(e2e|bench|scripts)/' },
    },

    // The engine: pure.
    roomNever('engine', 'src-pool', 'src-contract', 'src-main', 'src-renderer'),
    withoutNode('engine'),
    onlyPackages('engine', '@noble/hashes', '@scure/base', 'jsonc-parser', 'yaml', 'zod'),
    ...staircase('engine', [
      ['json', 'secret', 'units'],
      ['secret-hash', 'srp', 'totp'],
      ['srp-xray'],
      ['wire'],
      ['trace'],
      // USER_AUTH reads what a token assures, so that tokens stand below the catalogue.
      ['tokens'],
      ['passkeys'],
      ['catalogue'],
      ['devices', 'redaction'],
      ['sign-in'],
      ['facts', 'query'],
      ['validation'],
      ['diagnosis'],
      ['recipes', 'redrive'],
      ['compare', 'export'],
      ['import'],
      ['configuration-sources'],
      ['vectors'],
    ]),

    // The practice pool.
    roomNever('pool', 'src-contract', 'src-main', 'src-renderer'),
    onlyPackages(
      'pool',
      'jose',
      'zod',
      'jsonc-parser',
      '@noble/hashes',
      '@scure/base',
      '@simplewebauthn/server',
      'quickjs-emscripten-core',
      '@jitl/',
    ),

    ...staircase('pool', [
      ['refusals'],
      ['faults', 'requests', 'srp-xray', 'triggers'],
      ['configuration'],
      ['state'],
      ['credentials', 'invocation', 'passkeys', 'tokens'],
      ['account'],
      ['sign-in'],
      ['challenges'],
      ['flows'],
      ['operations'],
      ['administration'],
      ['controls'],
      ['core'],
      ['http'],
    ]),

    {
      name: 'trace-store-below-runs',
      comment:
        'Runs write into the trace store; the store knows nothing of how a run is performed.',
      severity: 'error',
      from: { path: '^src-main/trace-store/', pathNot: tests },
      to: { path: '^src-main/runs/' },
    },

    // The contract.
    roomNever('contract', 'src-pool', 'src-main', 'src-renderer'),
    withoutNode('contract'),
    onlyPackages('contract', 'zod'),

    // The application.
    roomNever('main', 'src-renderer'),
    {
      name: 'electron-in-its-folder',
      comment: 'Only src-main/electron and src-main/preload import Electron; give it a port.',
      severity: 'error',
      from: {
        path: '^(src-|bench/)',
        // The bare window is what the application is measured against.
        pathNot: ['^src-main/(electron|preload)/', '^bench/bare-window/'],
      },
      to: { path: '(^|/)electron(/|$)', pathNot: '^src-main/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-needs-the-electron-folder',
      comment: 'src-main/electron puts the application together; nothing builds on it.',
      severity: 'error',
      from: { path: '^(src-|bench/|e2e/)', pathNot: '^src-main/electron/' },
      to: { path: '^src-main/electron/' },
    },
    {
      name: 'command-line-without-electron',
      comment: 'The command line runs under plain Node.',
      severity: 'error',
      from: { path: '^src-main/cli/' },
      to: { path: '^src-main/electron/', reachable: true },
    },
    {
      name: 'preload-forwards-and-nothing-else',
      comment: 'The preload knows Electron and the names of the channels.',
      severity: 'error',
      from: { path: '^src-main/preload/' },
      to: {
        pathNot: ['^src-contract/channels\\.ts$', '(^|/)electron(/|$)'],
        dependencyTypesNot: ['type-only'],
      },
    },

    // The window.
    roomNever('renderer', 'src-main', 'src-pool'),
    withoutNode('renderer'),
    {
      name: 'renderer-sees-part-of-the-engine',
      comment: "The window has the engine's catalogue, tokens and timeline, and types of the rest.",
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: tests },
      to: {
        path: '^src-engine/',
        pathNot: [
          '^src-engine/(catalogue|tokens|units)/',
          // A filter is completed while it is typed.
          '^src-engine/query/',
          '^src-engine/trace/(timeline|mark-text|origin-text)\\.ts$',
          // The flow builder shows the request while it is being written.
          '^src-engine/sign-in/preview\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'renderer-has-the-contract-as-types',
      comment: 'The schemas stay in main; the window has their types.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: tests },
      to: {
        path: '^src-contract/(contract|bridge|define|events|channels|values)\\.ts$|^src-contract/routes/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'a-feature-never-imports-another',
      comment: 'What two features need goes to design, bridge or app.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'design-stands-alone',
      comment: 'Controls know nothing of what they show.',
      severity: 'error',
      from: { path: '^src-renderer/design/' },
      to: { path: '^src-renderer/(features|app|bridge)/' },
    },
    {
      name: 'bridge-knows-no-view',
      comment: 'The bridge brings what main says; views take it from there.',
      severity: 'error',
      from: { path: '^src-renderer/bridge/' },
      to: { path: '^src-renderer/(features|app)/' },
    },
    {
      name: 'features-do-not-import-the-app',
      comment: 'The app puts features together, not they it.',
      severity: 'error',
      from: { path: '^src-renderer/features/' },
      to: { path: '^src-renderer/(app/.*\\.vue|main\\.ts)$' },
    },
    {
      name: 'reka-ui-in-design',
      comment: 'Only src-renderer/design wraps reka-ui.',
      severity: 'error',
      from: { path: '^(src-|e2e/|bench/)', pathNot: '^src-renderer/design/' },
      to: { path: '^node_modules/reka-ui/' },
    },

    // What looks at the application from outside.
    {
      name: 'e2e-from-outside',
      comment: 'The end-to-end tests see the application as a person does.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(src-main|src-renderer|bench)/' },
    },
    {
      name: 'bench-without-the-window',
      comment: "The measurements start the application; they do not import the window's code.",
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^(src-renderer|e2e)/' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    // `import type` counts: a room that needs another's types depends on it.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.vue', '.json', '.d.ts', '.d.mts'],
    },
    exclude: { path: '\\.css$' },
  },
}
