/**
 * The alternative text of an object, if a person probably wrote it. Programs insert a guess of their own: the name or
 * address of the original file, or the object's kind and number.
 *
 * @param description `descr` of the object's properties (ECMA-376 part 1, 20.1.2.2.8)
 * @param title `title` of the same, which older versions of Excel also ask for
 * @returns the words, title first; empty when there are none
 */
export function alternativeText(description = '', title = ''): string {
  const words = [title, description]
    .map((text) => text.trim())
    .filter((text) => !ofPrograms.some((one) => one.test(text)));
  return [...new Set(words)].join('\n');
}

const ofPrograms: readonly RegExp[] = [
  /^$/,
  // Excel adds the second sentence to the description it generates: "A picture containing text".
  /(?:description automatically generated|automatically generated description|ai-generated content may be incorrect)/i,
  /^(?:(?:https?|file|cid|data):|[a-z]:[\\/]|[\\/]{2})\S*$/i,
  /^[^\n]{1,255}\.(?:png|jpe?g|jfif|gif|bmp|dib|emf|emz|wmf|wmz|tiff?|svgz?|webp|hei[cf]|ico)$/i,
  /^(?:picture|image|graphic|name|logo|icon|photo|screenshot|shape|object|text ?box|chart|diagram|group)?[ \d]*$/i,
];
