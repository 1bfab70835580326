import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice works formulas out afresh when it opens a file, as it does for a person who types into it. */
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/**
 * Opens files in LibreOffice and saves them in a folder under their own names.
 *
 * @param format `xlsx`, or any other that its Calc can save, such as `pdf`.
 * @throws Error when LibreOffice does not do it.
 */
export function saveInLibreOffice(files: readonly string[], folder: string, format: 'xlsx' | 'pdf'): void {
  const profile = mkdtempSync(join(tmpdir(), 'scorebook-soffice-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), recalculate);
    const filter = format === 'xlsx' ? 'xlsx:Calc MS Excel 2007 XML' : format;
    const saved = spawnSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      ...files,
    ]);
    if (saved.status !== 0) throw new Error(`LibreOffice did not save: ${saved.error?.message ?? saved.stderr}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
