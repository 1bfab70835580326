/**
 * Changes whenever our writer puts other words or formulas on the sheets, whatever the definition says: a workbook that
 * another version wrote cannot be compared with what this one writes. A test says what it has to be.
 */
export const sheetsMark = '49af734efb5782bf';
