import { expect, test } from 'vitest';
import { allVisions, differenceOf, seenDifference } from './colourVision.ts';

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the difference of %j and %j is that of the published test data', (one, other, expected) => {
  expect(differenceOf(one, other)).toBeCloseTo(expected, 4);
});

test('white, black and greys look the same to everybody', () => {
  for (const vision of allVisions) {
    expect(seenDifference('FFFFFF', '000000', vision)).toBeCloseTo(100, 0);
    expect(seenDifference('808080', 'C0C0C0', vision)).toBeCloseTo(seenDifference('808080', 'C0C0C0', 'ordinary'), 0);
  }
});

test('red and green come close for those who lack one of the two cones, and blue and green for those who lack the third', () => {
  const [red, green, blue] = ['D5281B', '007F3B', '0000FF'];
  expect(seenDifference(red, green, 'ordinary')).toBeGreaterThan(60);
  expect(seenDifference(red, green, 'protanopia')).toBeLessThan(12);
  expect(seenDifference(red, green, 'deuteranopia')).toBeLessThan(14);
  expect(seenDifference(red, green, 'tritanopia')).toBeGreaterThan(55);
  expect(seenDifference('008080', blue, 'tritanopia')).toBeLessThan(seenDifference('008080', blue, 'ordinary'));
});
