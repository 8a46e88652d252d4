import type { Command, Option } from '../command.ts'
import { optionsOf } from './shell-words.ts'

/** The manual page authscope(1), with every command and option, in the macros of man(7). */
export const manPage = (commands: readonly Command[], version: string): string =>
  [
    `.TH AUTHSCOPE 1 "" "Authscope ${version}"`,
    '.SH NAME',
    text('authscope - see every step of an Amazon Cognito sign-in, and why it failed'),
    '.SH SYNOPSIS',
    '.B authscope',
    '.RI [ FILE \\|.\\|.\\|.]',
    '.br',
    '.B authscope',
    '.I COMMAND',
    '.RI [ ARGUMENT \\|.\\|.\\|.]',
    '.SH DESCRIPTION',
    text(
      'Without a command, authscope opens its window, and in it the named files: HAR files, logs, and traces of its own. With a command it works in the terminal and opens no window.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(commandSection),
    '.SH EXIT STATUS',
    ...['0 done', '1 failed', '2 usage error', '3 challenge left unanswered'].map(statusLine),
    statusLine('4 refused by the service'),
    '.SH ENVIRONMENT',
    '.TP',
    '.BR HTTPS_PROXY ", " HTTP_PROXY ", " NO_PROXY',
    'The proxy, unless the settings or the profile name another one.',
    '.TP',
    '.B NODE_EXTRA_CA_CERTS',
    'A PEM file with additional certificate authorities.',
    '.TP',
    '.B NO_COLOR',
    'Print without colours.',
    '.SH FILES',
    '.TP',
    '.I ~/.config/Authscope',
    'Profiles, settings, history, passkeys and devices; what is secret in them is encrypted.',
    '',
  ].join('\n')

function commandSection(command: Command): readonly string[] {
  const { name, notes = [], summary, usage } = command
  return [
    `.SS ${text(name)}`,
    text(summary),
    ...usage.flatMap((line) => ['.PP', `.B ${text(name)}`, text(line)]),
    ...optionsOf(command).flatMap(optionParagraph),
    ...(notes.length > 0 ? ['.PP', '.nf', ...notes.map(text), '.fi'] : []),
  ]
}

const optionParagraph = ([name, { help, value }]: readonly [string, Option]) => [
  '.TP',
  `.B ${text(`--${name}`)}${value === undefined ? '' : ` ${text(value)}`}`,
  text(help),
]

const statusLine = (line: string) => `.TP\n.B ${line.slice(0, 1)}\n${line.slice(2)}`

/** A line that the formatter takes as it is: no hyphenated minus, no request at its beginning. */
const text = (line: string) =>
  line
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replace(/^[.']/, String.raw`\&$&`)
