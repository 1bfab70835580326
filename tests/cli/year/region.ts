import { sampleDefinition } from '../../sampleInstrument.ts';
import { jointWorking, vacancies } from './otherInstruments.ts';

/** The partners of one region, all of them fictional, with what is at the end of their e-mail addresses. */
const partners = {
  N01: ['Alderbrook PCT', 'alderbrook.example'],
  N02: ['Birchcombe PCT', 'birchcombe.example'],
  N03: ['Cranmere PCT', 'cranmere.example'],
  N04: ['Dunholt PCT', 'dunholt.example'],
  N05: ['Eastmoor PCT', 'eastmoor.example'],
  N06: ['Fernhope PCT', 'fernhope.example'],
  N07: ['Gorsedale PCT', 'gorsedale.example'],
  N08: ['Hazelmarsh PCT', 'hazelmarsh.example'],
  N09: ['Ivybourne PCT', 'ivybourne.example'],
  N10: ['Juniper Vale PCT', 'juniper.example'],
  N11: ['Knapford PCT', 'knapford.example'],
  N12: ['Larchwick PCT', 'larchwick.example'],
  N13: ['Mossgill PCT', 'mossgill.example'],
  N14: ['Netherby PCT', 'netherby.example'],
  N15: ['Oakhanger PCT', 'oakhanger.example'],
  N16: ['Pinfold PCT', 'pinfold.example'],
  N17: ['Quarrybank PCT', 'quarrybank.example'],
  N18: ['Rowanlea PCT', 'rowanlea.example'],
  N19: ['Sedgeley Moor PCT', 'sedgeley.example'],
  N20: ['Thornaby Wold PCT', 'thornaby.example'],
  N21: ['Upper Wharram PCT', 'wharram.example'],
  N22: ['Vale of Esker PCT', 'esker.example'],
  N23: ['Withamstead PCT', 'withamstead.example'],
  N24: ['Yewbarrow PCT', 'yewbarrow.example'],
} as const;

export type Code = keyof typeof partners;

/** All codes, in order. */
export const codes = Object.keys(partners).filter((code): code is Code => code in partners);

/** Partners with posts to fill and services shared with councils: they answer three self-assessments, the others one. */
export const pilots: readonly Code[] = ['N01', 'N02', 'N13', 'N14', 'N15', 'N16'];

/** The self-assessments of the year, by key. */
export const definitions = { sample: sampleDefinition, joint: jointWorking, vacancies } as const;

export type Key = keyof typeof definitions;

export const keys = ['sample', 'joint', 'vacancies'] as const satisfies readonly Key[];

export const addressOf = (code: Code): string => `pa@${partners[code][1]}`;

/** The list of partners, as the analyst has it. */
export const listOf = (listed: readonly Code[]): string =>
  [
    'code,name,region_code,region_name,email',
    ...listed.map((code) => `${code},${partners[code][0]},XR,Sample region,${addressOf(code)}`),
  ].join('\n');
