import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

/** Streams and folders by their names. */
export interface Folder {
  readonly [name: string]: Uint8Array | Folder;
}

const types = { root: 5, folder: 1, stream: 2 };

type Burnt = Parameters<typeof burn>[0][number];

/** A file of streams and folders (MS-CFB). */
export function compoundBytes(root: Folder): Uint8Array {
  const entries: Burnt[] = [{ name: 'Root Entry', type: types.root, children: [], length: 0 }];
  const add = (parent: number, folder: Folder): void => {
    for (const [name, content] of Object.entries(folder)) {
      const index = entries.length;
      entries[parent]?.children?.push(index);
      if (content instanceof Uint8Array) {
        entries.push({
          name,
          type: types.stream,
          binaryProvider: () => new Uint8Array(content),
          length: content.length,
        });
      } else {
        entries.push({ name, type: types.folder, children: [], length: 0 });
        add(index, content);
      }
    }
  };
  add(0, root);
  return burn(entries);
}
