/**
 * How much of a returned file is read (rule E43). A workbook of ours is below 500 KB, inflates to about a megabyte and
 * has at most some thousands of cells: every default leaves room for ten to a hundred times that. The most costly file
 * that we could think of (`npm run bench -- hostile`) then takes a second and 200 MB above an ordinary return.
 *
 * Limits count what is read. Where a sheet passes one, it is read up to there and marked as cut; sheets are read from the
 * smallest to the largest, so that a blown-up one takes no room from others. Elsewhere the file is refused.
 */
export interface ReadLimits {
  /** Bytes of the file as it came. Room for pictures, which people paste as evidence and which are never inflated. */
  readonly fileBytes: number;
  /** Entries in the zip directory. POI and others take 1,000 to 10,000; Excel writes some twenty. */
  readonly entries: number;
  /** Bytes of one part after inflating. Reading takes up to some 40 times this for text made of nothing but escapes. */
  readonly entryBytes: number;
  /** Bytes of all parts inflated during one read; a part that is read twice counts twice. */
  readonly inflatedBytes: number;
  /**
   * Bytes of sheets and of tables of texts that are inflated to be passed over, because a part is larger than one may be:
   * formats that were dragged down a million rows are some 100 MB. What is left of them counts as read.
   */
  readonly passedBytes: number;
  /** Depth of XML elements. Worksheets reach about 10. */
  readonly xmlDepth: number;
  readonly sheets: number;
  /** Cells that are not empty, over all sheets. */
  readonly cells: number;
  /** Entries in the table of shared strings that are read at once; of more, those that cells point to. */
  readonly sharedStrings: number;
  /** Characters over all text cells: one long shared string may stand in every cell. */
  readonly textCharacters: number;
  /** Characters of one cell, with escapes as they are written. Excel holds 32,767, LibreOffice more. */
  readonly cellCharacters: number;
  /** Names of the whole workbook that are looked at; others are passed over. We write one for each answer. */
  readonly definedNames: number;
}

const megabyte = 1024 * 1024;

export const defaultLimits: ReadLimits = {
  fileBytes: 30 * megabyte,
  entries: 3_000,
  entryBytes: 8 * megabyte,
  inflatedBytes: 24 * megabyte,
  passedBytes: 128 * megabyte,
  xmlDepth: 64,
  sheets: 100,
  cells: 200_000,
  sharedStrings: 200_000,
  textCharacters: 20_000_000,
  cellCharacters: 100_000,
  definedNames: 50_000,
};

/** How much of an archive of returned files is unpacked. Those of a region hold some 150 workbooks of half a megabyte. */
export interface ArchiveLimits {
  /** Bytes of the archive as it came. */
  readonly archiveBytes: number;
  /** Archives around a file: 1 takes no archive inside another. */
  readonly depth: number;
  /** Entries of the archive and of all those inside it together, folders and what is skipped among them. */
  readonly entries: number;
  /** Bytes of one file after unpacking, an archive inside the archive too. */
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
