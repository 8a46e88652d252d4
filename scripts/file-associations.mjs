// The files that a packaged Authscope offers itself for in the desktop's "Open with".

const har = {
  ext: 'har',
  name: 'HTTP Archive',
  description: 'HTTP Archive',
  mimeType: 'application/x-har+json',
  role: 'Viewer',
  rank: 'Alternate',
}

/** Authscope's own JSON. Without a description: the desktop has one for every JSON file. */
const json = {
  ext: 'json',
  name: 'Authscope trace',
  mimeType: 'application/json',
  role: 'Viewer',
  rank: 'Alternate',
}

export const fileAssociations = {
  mac: [har, json],
  linux: [har, json],
  // An installer for Windows makes itself the default for what it associates: that is wrong for
  // every JSON file.
  win: [har],
}
