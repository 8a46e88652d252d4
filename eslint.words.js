// Words that have a standard term, which lint keeps out of identifiers and of what people read.
// docs/glossary.md has the terms themselves.

/** Identifiers, with the standard term. */
const identifiers = {
  Made: 'Computed',
  NotMade: 'NotComputable',
  Given: 'Arguments',
  learned: 'withNewSecrets',
  complaint: 'validationError',
  complaints: 'validationErrors',
  complain: 'error',
  Sealer: 'MarkRegistry',
  mistake: 'fault',
  mistakes: 'faults',
  Mistake: 'RequestFault',
  trouble: 'fault',
  troubles: 'faults',
  Trouble: 'Fault',
  befallen: 'injectedFault',
  soFar: 'passedFactors',
  setAside: 'quarantined',
  usual: 'defaultValue',
  harmless: 'stripControlCharacters',
}

/** Patterns in strings and templates, with what to write instead. */
const copy = [
  ['\\banew\\b', 'again'],
  ['\\bby itself\\b', 'automatically'],
  ['\\bby hand\\b', 'manually'],
  ['\\bset aside\\b', 'quarantined'],
  ['\\be-mails?\\b', 'email'],
  ['\\btyping mistake', 'typo'],
  ['\\bsmall letters', 'lowercase letters'],
  ['\\bblanks\\b', 'spaces'],
  ['\\bone word too many\\b', 'unexpected argument'],
  ['\\bwrong on purpose\\b', 'injected fault'],
]

const sentence = (pattern, term) => `Write “${term}” (eslint.words.js has the list).`

const restricted = (nodes) =>
  copy.flatMap(([pattern, term]) =>
    nodes.map(([node, property]) => ({
      selector: `${node}[${property}=/${pattern}/i]`,
      message: sentence(pattern, term),
    })),
  )

/** Rules for the files whose strings people read. */
export const wordRules = {
  'no-restricted-syntax': [
    'error',
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
