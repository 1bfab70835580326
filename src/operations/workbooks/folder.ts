/** A folder of the caller: operations read and save files there, and know nothing of disks. */
export interface Folder {
  /** The path of a file in it, as it is reported. */
  readonly pathOf: (fileName: string) => string;
  /** The bytes of a file; undefined when there is none. @throws FindingsError when something else is in its place. */
  readonly read: (fileName: string) => Uint8Array | undefined;
  /** Saves a file whole or not at all. @throws FindingsError when that cannot be done. */
  readonly save: (fileName: string, bytes: Uint8Array) => void;
}
