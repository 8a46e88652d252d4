// Words that have a standard term, which lint keeps out of identifiers and of what people read.
// docs/glossary.md has the terms themselves.

/** Identifiers, with the standard term. */
const identifiers = {
  Made: 'Computed',
  NotMade: 'NotComputable',
  Given: 'Arguments',
  asked: 'requested, or the name of what was requested',
  askedAt: 'challengedAt',
  befallen: 'injectedFault',
  came: 'received',
  complain: 'error',
  complaint: 'validationError',
  complaints: 'validationErrors',
  harmless: 'stripControlCharacters',
  held: 'what it is: stored, recorded, reusable',
  heldFor: 'reusableFor',
  heldValues: 'reusableValues',
  inForce: 'activeFields',
  learned: 'withNewSecrets',
  leaves: 'exportContents',
  mistake: 'fault',
  mistakes: 'faults',
  Mistake: 'RequestFault',
  Sealer: 'MarkRegistry',
  setAside: 'quarantined',
  soFar: 'passedFactors',
  Spoiled: 'Faulty',
  trouble: 'fault',
  troubles: 'faults',
  Trouble: 'Fault',
  usual: 'defaultValue',
  whatCame: 'outcomeLabel',
}

/** Patterns in strings and templates, with what to write instead. */
const copy = [
  ['\\banew\\b', 'again'],
  ['\\bby (itself|themselves)\\b', 'automatically'],
  ['\\bby hand\\b', 'manually'],
  ['\\b(set|sets|setting) aside\\b', 'quarantined'],
  ['\\be-mails?\\b', 'email'],
  ['\\btyping mistake', 'typo'],
  ['\\bsmall letters', 'lowercase letters'],
  ['\\b(lower|upper)-case\\b', 'lowercase, uppercase'],
  ['\\bwhite space\\b', 'whitespace'],
  ['\\bblanks\\b', 'spaces'],
  ['\\bone word too many\\b', 'unexpected argument'],
  ['\\bwrong on purpose\\b', 'injected fault'],
  ['\\bas (it|they) came\\b', 'unchanged, or as received'],
  ['\\bnot (\\w+ )?any more\\b', 'no longer'],
  ['\\bfor ever\\b', 'forever'],
  ['\\bwhat leaves\\b', 'contents of the file'],
  ['\\btold apart\\b', 'distinguished'],
  ['\\brelying-party id\\b', 'relying party ID'],
  ['\\bcommonest\\b', 'most common'],
  ['\\b(is|are) wanted\\b', 'required'],
  ['\\bunless set\\b', 'by default'],
  ['\\bin place of\\b', 'instead of'],
  ['\\bwhen not given\\b', 'by default'],
  ['\\bstands? (in(?! for\\b)|on|at|under|before|beside|alone|there)\\b', 'is'],
]

const messageFor = (term) => `Write “${term}” (eslint.words.js has the list).`

const restricted = (nodes) =>
  copy.flatMap(([pattern, term]) =>
    nodes.map(([node, property]) => ({
      selector: `${node}[${property}=/${pattern}/i]`,
      message: messageFor(term),
    })),
  )

/** The same patterns, for the comments of every file. */
export const restrictedInComments = copy.map(([pattern, term]) => ({
  pattern,
  message: messageFor(term),
}))

/** What is spread where it could be written. */
const spreadLiterals = ['Object', 'Array'].map((kind) => ({
  selector: `${kind}Expression > SpreadElement > ${kind}Expression`,
  message: 'Write the members themselves, without the spread.',
}))

/** Rules for the syntax of every file. */
export const syntaxRules = { 'no-restricted-syntax': ['error', ...spreadLiterals] }

/** Rules for the files whose strings people read, in addition. */
export const wordRules = {
  'no-restricted-syntax': [
    'error',
    ...spreadLiterals,
    ...restricted([
      ['Literal', 'value'],
      ['TemplateElement', 'value.cooked'],
    ]),
  ],
}

/** Rules for the templates among them. */
export const templateWordRules = {
  'vue/no-restricted-syntax': [
    'error',
    ...restricted([
      ['VText', 'value'],
      ['VLiteral', 'value'],
    ]),
  ],
}

/** Rules for names in every file. */
export const nameRules = { 'id-denylist': ['error', ...Object.keys(identifiers)] }
