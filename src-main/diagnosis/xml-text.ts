const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
/** A text as content or attribute of an XML document. */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, '')
