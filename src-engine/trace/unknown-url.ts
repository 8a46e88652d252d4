/** The absolute URL that HAR wants, where a recording names none. */
export const unknownUrl = 'https://url-not-captured.invalid/'
