/** The setting with the number of migrations, which SQLite has in the header of its file. */
export const versionSetting = 'version';
