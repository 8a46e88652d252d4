export declare const desktopEntry: () => string
export declare const mimeTypes: () => string
export declare const metainfo: (version: string, date: string) => string
