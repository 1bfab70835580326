import { expect, test } from 'vitest';
import { areOptionsFormula, isAddressFormula } from '../../../src/workbook/parts/listCells.ts';

/** Excel repairs a file with a longer formula in a validation. */
const longestFormula = 255;

test('conditions on entries fit into a validation, on the last row of a wide sheet', () => {
  const options = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
  const field = { kind: 'choices', key: 'c', heading: 'C', prompt: 'Choose.', options } as const;
  expect(areOptionsFormula(field, 'AB1200').length).toBeLessThanOrEqual(longestFormula);
  expect(isAddressFormula('AB1200').length).toBeLessThanOrEqual(longestFormula);
});
