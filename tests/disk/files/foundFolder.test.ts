import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundFolder } from '../../../src/disk/files/foundFolder.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'scorebook-folder-'));
  mkdirSync(join(place, 'output', '2026', 'workbooks'), { recursive: true });
  mkdirSync(join(place, 'output', 'elsewhere'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const register = () => join(place, 'output', 'register.db');

test('a folder is found from the folder above that of the register', () => {
  expect(foundFolder('output/2026/workbooks', register())).toBe(join(place, 'output', '2026', 'workbooks'));
});

test('or from that of the register itself', () => {
  expect(foundFolder('elsewhere', register())).toBe(join(place, 'output', 'elsewhere'));
});

test('a folder that is nowhere, and a whole path, stay unchanged', () => {
  expect(foundFolder('output/2062/workbooks', register())).toBe('output/2062/workbooks');
  expect(foundFolder('/nowhere/workbooks', register())).toBe('/nowhere/workbooks');
});
