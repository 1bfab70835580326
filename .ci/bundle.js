// Bundles the command and the library into dist/bundle, each with the very packages that were tested: npm applies neither
// `overrides` nor a lock file to a package that is installed. Runs after tsc, which writes the library's types.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/bundle';
rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: {
    ...{ main: 'src/cli/main.ts', index: 'src/index.ts', definitions: 'definitions/index.ts' },
    readerThread: 'src/intake/files/readerThread.ts',
  },
  outdir: folder,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // libsql has a binary for each system. unzipper asks for the client of S3 only where it reads from there.
  external: ['libsql', '@aws-sdk/client-s3'],
  // Packages in CommonJS ask for Node's own modules by `require`, which a module does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  metafile: true,
  // For the stack traces of bugs: places in the sources, without their text.
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
for (const [file, { inputs }] of Object.entries(metafile.outputs)) {
  if (file.endsWith('.js') && Object.keys(inputs).every((input) => input.includes('node_modules/'))) removeMap(file);
}
writeFileSync(join(folder, 'licences.txt'), licences(Object.keys(metafile.inputs)));

/** Removes the source map of a file of packages alone: one of them looks at stack traces while it is loaded, which takes long then. */
function removeMap(file) {
  rmSync(`${file}.map`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** The licences of the packages that files belong to: most demand to be handed on with every copy. */
function licences(files) {
  const packages = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter((path) => path);
  return [...new Set(packages)].sort().map(licenceOf).join('\n');
}

function licenceOf(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const texts = readdirSync(path).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const whole = texts.map((file) => readFileSync(join(path, file), 'utf8'));
  return `${name} ${version} (${typeof license === 'string' ? license : license?.type})\n\n${whole.join('\n')}\n`;
}
