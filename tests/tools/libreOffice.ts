import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice works formulas out afresh when it opens a file, as it does for a person who types into it. */
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/**
 * Opens files in LibreOffice and saves them in a folder under their own names, over whatever stands there.
 *
 * @param format `xlsx`, or any other that its Calc can save, such as `pdf`.
 * @throws Error when LibreOffice does not do it for every file.
 */
export function saveInLibreOffice(files: readonly string[], folder: string, format: 'xlsx' | 'pdf'): void {
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
    // It ends with 0 whether it saved or not (over the file that it read, for one, it does not): what counts is the file.
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
