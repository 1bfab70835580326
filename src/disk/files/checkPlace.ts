import { Refusal } from '../../refusal.ts';
import { isRegister } from './isRegister.ts';

/** A file that is to be written. */
export interface PlaceRules {
  /** The input with its path. */
  readonly input: string;
  /** As sentences name it: `roll-up`. */
  readonly noun: string;
  /** An example of its name. */
  readonly example: string;
  /** The continuation of the message `does not end in .xlsx`; absent where other endings than the example's are allowed. */
  readonly cure?: string;
  /** Path of the register, where it could be meant. */
  readonly register?: string;
}

/** @throws Refusal for a path that is empty, has another ending, or is that of the register. */
export function checkPlace(path: string, { input, noun, example, cure, register }: PlaceRules): void {
  if (path.trim() === '') {
    const message = (option: string): string =>
      `${option} is empty. Give the path of a file, as in ${option} ${example}.`;
    throw new Refusal('place.unnamed', (nameOf) => message(nameOf(input)));
  }
  if (register !== undefined && isRegister(path, register)) {
    const message = `${path} is the register, which would be lost. Give the ${noun} another name.`;
    throw new Refusal('place.is-register', (nameOf) => `${nameOf(input)} ${message}`);
  }
  const ending = example.slice(example.lastIndexOf('.'));
  if (cure !== undefined && !path.toLowerCase().endsWith(ending)) {
    throw new Refusal('place.ending', (nameOf) => `${nameOf(input)} ${path} does not end in ${ending}${cure}`);
  }
}
