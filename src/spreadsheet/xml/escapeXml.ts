const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const marked = /[&<>"]/;

/** Text as the content of an element or the value of an attribute. Most texts have nothing to escape, which a test finds faster. */
export const escapeXml = (text: string): string =>
  marked.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character] ?? character) : text;
