/** A zip archive whose directory was read and checked; parts are inflated one at a time, when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** The name under which a part is stored: spelt exactly so or, failing that, differing in case only. */
  find(name: string): string | undefined;
  /** What the directory says of a part: its bytes after unpacking, and their CRC-32. */
  stated(name: string): { readonly size: number; readonly crc: number } | undefined;
  /**
   * At least so many of a part's first bytes, or all that there are, without a look at the rest; fewer where the part is
   * damaged. Undefined when there is none of this exact name.
   */
  beginning(name: string, bytes: number): Uint8Array | undefined;
  /** The beginning of a part that is too large to be read, as far as there is room to pass it over. */
  readBeginning(name: string): { readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined;
  /** A part's bytes, or undefined when there is none of this exact name. Throws as `readZip` does. */
  read(name: string): Uint8Array | undefined;
}
