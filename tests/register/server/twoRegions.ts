import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { run } from '../../../src/cli/run.ts';
import { filledOnce } from '../../cli/filledOnce.ts';
import { openWorkplace, type Ran, type Workplace } from '../../cli/workplace.ts';
import { fillIn } from '../../tools/fillIn.ts';
import { newSchema } from '../../tools/newSchema.ts';
import { sampleReturn } from '../../tools/sampleReturns.ts';

const list = 'code,name,region_code,region_name,area_code,area_name,email';
const north = [
  'X01,Ashmere PCT,Q30,North,XA,Ashmere,a@ashmere.example',
  'X02,Birchwell PCT,Q30,North,XA,Ashmere,b@birchwell.example',
];
const south = [
  'Y01,Coldharbour PCT,Q-40,South,YA,Coldharbour,c@coldharbour.example',
  'Y02,Dunmere PCT,Q-40,South,YA,Coldharbour,d@dunmere.example',
];

/** What nobody of the north may learn: all texts of the south, and how it is called. */
export const southernText = 'The matter of the southern board';
export const southern = [southernText, 'Y01', 'Y02', 'Coldharbour', 'Dunmere', 'Q-40'];

/** A register on the server with a round of two regions, in which all but one have returned; and one of the north alone. */
export interface TwoRegions {
  readonly place: Workplace;
  /** The address for the owner of the register, who is no superuser and may make users. */
  readonly owner: string;
  /** The schema of the register. */
  readonly schema: string;
  readonly as: (user: string) => string;
  /** The path of a register in a file that has had the north only. */
  readonly north: string;
  /** Runs a command line as it is. */
  readonly command: (...args: readonly string[]) => Promise<Ran>;
}

export async function openTwoRegions(): Promise<TwoRegions> {
  const server = inject('server');
  if (server === undefined) throw new Error('These tests need a server');
  const place = openWorkplace();
  const all = place.at('all.db');
  const northOnly = place.at('north.db');
  await filledOnce('registers of two regions', place.at(), async () => {
    await fillRegister(place, {
      register: all,
      partners: [...north, ...south],
      returned: ['X01', 'X02', 'Y01'],
    });
    await fillRegister(place, { register: northOnly, partners: north, returned: ['X01', 'X02'] });
  });
  const address = await newSchema(server);
  const schema = /search_path%3D(\w+)/.exec(address)?.[1] ?? '';
  const owner = `owner_${schema}`;
  await withClient(address, async (client) => {
    await client.query(`create role ${owner} login createrole`);
    await client.query(`alter schema ${schema} owner to ${owner}`);
    await client.query(`grant create on database scorebook to ${owner}`);
  });
  const as = (user: string): string => address.replace('postgres@', `${encodeURIComponent(user)}@`);
  await done(command('register', 'copy', all, as(owner)));
  return { place, owner: as(owner), schema, as, north: northOnly, command };
}

export async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function done(running: Promise<Ran>): Promise<Ran> {
  const ran = await running;
  if (ran.code !== 0) throw new Error(`${ran.out}${ran.err}`);
  return ran;
}

const command: TwoRegions['command'] = async (...args) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, {
    ...{ out: (text) => void out.push(text), err: (text) => void err.push(text), isTerminal: false },
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
  return { code, out: out.join(''), err: err.join('') };
};

interface Filling {
  readonly register: string;
  readonly partners: readonly string[];
  readonly returned: readonly string[];
}

/** Round 2025 and round 2026, which shows the answers of 2025, with e-mails, reviews, and decisions about the south. */
async function fillRegister(place: Workplace, { register, partners, returned }: Filling): Promise<void> {
  const rows = place.put('partners.csv', [list, ...partners, ''].join('\n'));
  for (const [round, previous] of [['2025'], ['2026', '--previous', '2025']]) {
    const folder = `${register}-${round}`;
    await done(
      command(
        ...['generate', 'pct-self-assessment', '--partners', rows, '--round', round ?? '', '--due', '18/12/2026 12:00'],
        ...['--return-to', 'returns@region.example', '--out', folder, '--register', register],
        ...(previous === undefined ? [] : [previous, '2025']),
      ),
    );
    for (const code of returned) {
      const issued = readFileSync(`${folder}/pct-self-assessment_${round}_${code}.xlsx`);
      const file = place.put(
        `${register}-returns-${round}/${code}.xlsx`.slice(place.at().length + 1),
        answered(issued, code, round === '2026'),
      );
      await done(command('import', file, '--register', register));
    }
  }
  const decided = (...words: readonly string[]) => done(command(...words, '--round', '2026', '--register', register));
  await decided('send', '--out', `${register}-mail`);
  await decided('review', 'generate', '--due', '29/01/2027 17:00', '--out', `${register}-reviews`);
  if (!returned.includes('Y01')) return;
  const agreed = `area,question,level,date,present\nYA,1.1.1,2,2026-11-19,"${southernText}"\n`;
  await decided('agree', place.put('agreed.csv', agreed));
  const reason = ['--reason', southernText];
  await decided('round', 'extend', 'Y02', '--due', '20/12/2026 12:00', ...reason);
  const correction = ['--question', '1.1.1', '--field', 'evidence', '--answer', southernText];
  await done(command('return', 'correct', '6', ...correction, ...reason, '--register', register));
}

function answered(issued: Uint8Array, code: string, showsLast: boolean): Uint8Array {
  const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.5, slips: false };
  const typed = sampleReturn(pctSelfAssessment, manner, Number(code.slice(1)), showsLast);
  const isSouthern = code.startsWith('Y');
  return fillIn(
    issued,
    typed.map((cell) =>
      isSouthern && typeof cell.value === 'string' && cell.value.length > 30 ? { ...cell, value: southernText } : cell,
    ),
  );
}
