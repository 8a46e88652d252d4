/** `127.0.0.1:9234` of `http://127.0.0.1:9234`. */
export const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
