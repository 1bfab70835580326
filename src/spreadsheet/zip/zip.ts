/** A zip archive with a directory that was read and checked; parts are inflated one at a time, when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** The name under which a part is stored: spelt exactly so or, failing that, differing in case only. */
  find(name: string): string | undefined;
  /** The directory's record of a part: its size after inflating, and its CRC-32. */
  stated(name: string): { readonly size: number; readonly crc: number } | undefined;
  /**
   * At least so many of a part's first bytes, or all of them, without reading the rest; fewer if the part is damaged.
   * Undefined if there is none of this exact name.
   */
  beginning(name: string, bytes: number): Uint8Array | undefined;
  /** The beginning of a part that is too large to be read, as far as the limit of passed bytes allows. */
  readBeginning(name: string): { readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined;
  /** A part's bytes, or undefined if there is none of this exact name. Throws as `readZip` does. */
  read(name: string): Uint8Array | undefined;
}
