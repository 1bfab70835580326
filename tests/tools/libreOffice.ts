import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Settings by which LibreOffice recalculates formulas when it opens a file, as it does for a person who types into it. */
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/**
 * Opens files in LibreOffice and saves them in a folder under their own names, replacing existing files.
 *
 * @param format `xlsx`, or any other that its Calc can save, such as `pdf`.
 * @throws Error if LibreOffice does not save every file.
 */
export function saveInLibreOffice(files: readonly string[], folder: string, format: 'xlsx' | 'pdf' | 'fods'): void {
  const work = mkdtempSync(join(tmpdir(), 'scorebook-soffice-'));
  const saved = join(work, 'saved');
  try {
    mkdirSync(join(work, 'profile', 'user'), { recursive: true });
    writeFileSync(join(work, 'profile', 'user', 'registrymodifications.xcu'), recalculate);
    const { error, stderr } = spawnSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`,
      '--headless',
      '--convert-to',
      format === 'xlsx' ? 'xlsx:Calc MS Excel 2007 XML' : format,
      '--outdir',
      saved,
      ...files,
    ]);
    // LibreOffice ends with 0 even if it did not save, for example over the file that it read, so the file itself is checked.
    for (const file of files) {
      const name = `${parse(file).name}.${format}`;
      if (!existsSync(join(saved, name)))
        throw new Error(`LibreOffice did not save ${name}: ${error?.message ?? stderr}`);
      copyFileSync(join(saved, name), join(folder, name));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
