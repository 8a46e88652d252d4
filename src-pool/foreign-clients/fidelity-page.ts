/** One test file of foreign clients: its name and its text. */
export interface ClientTests {
  readonly file: string
  readonly text: string
}

/** The clients that are tried, by what their tests import or start. */
const clients: readonly { readonly name: string; readonly sign: RegExp }[] = [
  { name: 'Amplify', sign: /from '@aws-amplify\/auth/ },
  { name: 'amazon-cognito-identity-js', sign: /from 'amazon-cognito-identity-js/ },
  { name: 'cognito-srp-helper', sign: /from 'cognito-srp-helper/ },
  { name: 'AWS SDK for JavaScript', sign: /from '@aws-sdk\/client-cognito-identity-provider/ },
  { name: 'AWS CLI', sign: /'aws', '\/usr\/bin\/aws'/ },
  { name: 'boto3', sign: /boto3\.client/ },
]

// Such a client answers both challenges of a remembered device automatically.
const remembersDevice = /remembers its device|whole of a remembered device/

/** What the tests of a client call a flow or a challenge, where that is not Cognito's own word. */
const ownWords: Readonly<Record<string, RegExp>> = {
  USER_SRP_AUTH: /\.authenticateUser\(/,
  CUSTOM_CHALLENGE: /customChallenge\b|CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE/,
  DEVICE_SRP_AUTH: remembersDevice,
  DEVICE_PASSWORD_VERIFIER: remembersDevice,
  EMAIL_OTP: /CONFIRM_SIGN_IN_WITH_EMAIL_CODE/,
  MFA_SETUP: /\bmfaSetup\b|CONTINUE_SIGN_IN_WITH_TOTP_SETUP/,
  NEW_PASSWORD_REQUIRED: /\bnewPasswordRequired\b|CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED/,
  PASSWORD: /CONFIRM_SIGN_IN_WITH_PASSWORD/,
  SELECT_CHALLENGE: /CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION/,
  SELECT_MFA_TYPE: /\bselectMFAType\b|CONTINUE_SIGN_IN_WITH_MFA_SELECTION/,
  SMS_MFA: /\bmfaRequired\b|CONFIRM_SIGN_IN_WITH_SMS_CODE/,
  SOFTWARE_TOKEN_MFA: /\btotpRequired\b|CONFIRM_SIGN_IN_WITH_TOTP_CODE/,
}

/**
 * docs/fidelity.md: which foreign client meets which flow and challenge of the pool in a test, read
 * from the tests themselves, so that a row without a test says so.
 */
export function fidelityPage(
  tests: readonly ClientTests[],
  flows: readonly string[],
  challenges: readonly string[],
): string {
  const columns = clients.map(({ name, sign }) => ({
    name,
    texts: tests.filter(({ text }) => sign.test(text)).map(({ text }) => text),
  }))
  const row = (name: string) => [
    `\`${name}\``,
    ...columns.map(({ texts }) => (texts.some((text) => meets(text, name)) ? 'tested' : '')),
  ]
  const table = (title: string, names: readonly string[]) =>
    [line([title, ...columns.map(({ name }) => name)]), line(['---', ...columns.map(() => '---')])]
      .concat(names.map((name) => line(row(name))))
      .join('\n')
  const never = [...flows, ...challenges].filter((name) =>
    row(name)
      .slice(1)
      .every((cell) => !cell),
  )
  return `# Fidelity of the practice pool

Which third-party client goes through which flow and challenge of the practice pool in a test of \`npm test\`. This page is written by \`src-pool/foreign-clients/fidelity-page.test.ts\` from those tests, never manually. An empty cell means that no test tries it, not that it fails. The AWS CLI and boto3 are tried where the machine has them; the test report says when it has not.

## Flows

${table('flow', flows)}

## Challenges

${table('challenge', challenges)}

## The tests

${tests.map(({ file, text }) => `- \`${file}\`\n${titles(text)}`).join('\n')}

## What is not claimed

- ${never.length === 0 ? 'Every flow and challenge above is met by one foreign client at least.' : `No foreign client meets ${never.map((name) => `\`${name}\``).join(', ')}: only the conformance cases of Authscope’s own engine do (\`src-pool/conformance/\`).`}
- No test here calls AWS. What is known of the real service’s answers, and how surely, is in [the list of texts](practice-pool-texts.md).
- What the pool does not have is listed in [what differs from AWS](practice-pool.md#what-differs-from-aws).
`
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const meets = (text: string, name: string) =>
  // In quotes: PASSWORD and REFRESH_TOKEN are names of parameters as well.
  new RegExp(`['"]${name}['"]`).test(text) || ownWords[name]?.test(text) === true

/** The titles of a file's tests, unchanged. */
const titles = (text: string) =>
  [...text.matchAll(/\b(?:it|test)(?:\.(?:each|for)\([^']*\))?\(\s*'([^']+)'/g)]
    .map(([, title]) => `  - ${title ?? ''}`)
    .join('\n')
