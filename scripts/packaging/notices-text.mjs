import { inCheckout, readJson } from '../checkout.mjs'
import { noticesFile } from '../third-party-notices.mjs'

/** The third-party notices as one text, for who has only the files of a package. */
export function noticesText() {
  const head =
    'Authscope contains the software below. Electron and Chromium are in LICENSE.electron.txt and LICENSES.chromium.html.'
  return [head, ...readJson(inCheckout(noticesFile)).map(noticeText)].join('\n\n') + '\n'
}

const noticeText = ({ license, name, text, version }) =>
  `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}`.trimEnd()
