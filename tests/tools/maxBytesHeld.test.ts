import { expect, test } from 'vitest';
import { maxBytesHeld } from './maxBytesHeld.ts';

const megabyte = 1_000_000;

test('what is held while it is worked with counts, in objects and in buffers', async () => {
  const objects = await maxBytesHeld(() => Array.from({ length: 100 }, () => Array.from({ length: 1e5 }, Math.random)));
  expect(objects).toBeGreaterThan(40 * megabyte);
  const buffers = await maxBytesHeld(() => Array.from({ length: 200 }, () => new Uint8Array(megabyte).fill(1)));
  expect(buffers).toBeGreaterThan(100 * megabyte);
});

test('what is thrown away does not count', async () => {
  const thrown = await maxBytesHeld(() => {
    for (let count = 0; count < 500; count += 1) new Uint8Array(megabyte).fill(1);
  });
  expect(thrown).toBeLessThan(100 * megabyte);
});
