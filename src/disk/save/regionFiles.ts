/**
 * Files of regions beside that of all partners. A character that no file name can have becomes a hyphen; codes
 * that are then the same get numbers.
 *
 * @param whole The file of all partners, an .xlsx.
 */
export function regionFiles(whole: string): (code: string) => string {
  const taken = new Set<string>();
  return (code) => {
    const name = code.replace(/[^A-Za-z0-9._-]+/g, '-');
    let [unique, number] = [name, 1];
    while (taken.has(unique.toLowerCase())) {
      number += 1;
      unique = `${name}-${number}`;
    }
    taken.add(unique.toLowerCase());
    return whole.replace(/\.xlsx$/i, (ending) => `_${unique}${ending}`);
  };
}
