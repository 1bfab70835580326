/**
 * How much of a returned file is read (rule E43). A workbook from Scorebook is below 500 KB, inflates to about a
 * megabyte and has at most 5,000 filled cells: every default allows five to a hundred times that. The most costly
 * file known (`npm run bench -- hostile`) then takes a second and 200 MB more than an ordinary return.
 *
 * Limits count the data that is read. A sheet that exceeds one is read up to the limit and marked as cut; sheets are
 * read from the smallest to the largest, so that a blown-up one does not use up the room of the others. Otherwise the
 * file is refused.
 */
export interface ReadLimits {
  /**
   * Bytes of the file as received. Allows for pictures, which people paste as evidence and which are never inflated.
   */
  readonly fileBytes: number;
  /** Entries in the zip directory. POI and others accept 1,000 to 10,000; Excel writes some twenty. */
  readonly entries: number;
  /**
   * Bytes of one part after inflating. Reading takes up to some 40 times this for text made of nothing but escapes.
   */
  readonly entryBytes: number;
  /** Bytes of all parts inflated during one read; a part that is read twice counts twice. */
  readonly inflatedBytes: number;
  /**
   * Bytes of oversized sheets and shared string tables that are inflated to be passed over: formats dragged down a
   * million rows are some 100 MB. The bytes that remain count as read.
   */
  readonly passedBytes: number;
  /** Depth of XML elements. Worksheets reach about 10. */
  readonly xmlDepth: number;
  readonly sheets: number;
  /** Cells that are not empty, over all sheets. */
  readonly cells: number;
  /** Entries in the table of shared strings that are read at once; of a larger table, those that cells refer to. */
  readonly sharedStrings: number;
  /** Characters over all text cells: one long shared string may be in every cell. */
  readonly textCharacters: number;
  /** Characters of one cell, counting escapes as written. Excel holds 32,767, LibreOffice more. */
  readonly cellCharacters: number;
  /** Workbook-level names that are read; others are passed over. Scorebook writes one for each answer. */
  readonly definedNames: number;
}

const megabyte = 1024 * 1024;

export const defaultLimits: ReadLimits = {
  fileBytes: 30 * megabyte,
  entries: 3_000,
  entryBytes: 5 * megabyte,
  inflatedBytes: 16 * megabyte,
  passedBytes: 128 * megabyte,
  xmlDepth: 64,
  sheets: 100,
  cells: 30_000,
  sharedStrings: 200_000,
  textCharacters: 20_000_000,
  cellCharacters: 100_000,
  definedNames: 50_000,
};

/**
 * How much of an archive of returned files is unpacked. The archive of a region holds some 150 workbooks of half a
 * megabyte.
 */
export interface ArchiveLimits {
  /** Bytes of the archive as received. */
  readonly archiveBytes: number;
  /** Archives around a file: 1 accepts no archive inside another. */
  readonly depth: number;
  /** Entries of the archive and of all those inside it together, including folders and skipped files. */
  readonly entries: number;
  /** Bytes of one file after unpacking, including an archive inside the archive. */
  readonly entryBytes: number;
  /** Bytes of all files together after unpacking. */
  readonly inflatedBytes: number;
}

export const defaultArchiveLimits: ArchiveLimits = {
  archiveBytes: 200 * megabyte,
  depth: 3,
  entries: 2_000,
  entryBytes: defaultLimits.fileBytes,
  inflatedBytes: 500 * megabyte,
};
