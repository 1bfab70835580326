import { defineInstrument, generateWorkbooks, importReturns, openRegister, rollUp } from 'commissioning-scorebook';
import { instruments } from 'commissioning-scorebook/definitions';
import { filledIn } from './partner.ts';

const [first] = instruments;
if (first === undefined) throw new Error('Scorebook comes with instruments');
const instrument = defineInstrument({ ...first, key: 'our-assessment', title: 'Our assessment' });

// Workbooks are saved in memory here; folderAt('output') would save them on a disk.
const files = new Map<string, Uint8Array>();
const folder = {
  pathOf: (name: string) => name,
  read: (name: string) => files.get(name),
  save: (name: string, bytes: Uint8Array) => void files.set(name, bytes),
};

const register = await openRegister(':memory:');
const context = { register, instruments: [instrument], now: () => new Date('2026-12-01T09:00:00Z') };
const partners = ['X01', 'X02'].map((code) => ({ code, name: `Partner ${code}` }));
const due = new Date('2026-12-18T12:00:00Z');
const list = { name: 'partners', partners };
const generated = await generateWorkbooks(context, { instrument, round: '2026', due, list }, () => folder);

// In between, partners fill in their workbooks and return them.
const returned = generated.files.map(async ({ file }, index) => {
  const [partner = { code: '', name: '' }, bytes = new Uint8Array()] = [partners[index], files.get(file)];
  const filled = await filledIn(instrument, partner, bytes, 2);
  return { path: file, name: file, read: () => filled };
});
const imported = await importReturns(context, { files: await Promise.all(returned) });
const { rollUps } = await rollUp(context, { round: '2026' });
await register.close();

console.log(`${generated.files.length} workbooks, ${imported.files.length} returns`);
for (const { returned, issued } of rollUps) console.log(`Roll-up: ${returned} of ${issued} partners`);
