import { Refusal } from '../../refusal.ts';
import { isRegister } from './isRegister.ts';

/** A file that is to be written. */
export interface PlaceRules {
  /** The input that names its place. */
  readonly input: string;
  /** As sentences name it: `roll-up`. */
  readonly noun: string;
  /** A name that it could have; it shows its ending, too. */
  readonly example: string;
  /** What is said after `does not end in .xlsx`. */
  readonly cure: string;
}

/** @throws Refusal for a path that is empty, has another ending, or is that of the register. */
export function checkPlace(path: string, register: string, { input, noun, example, cure }: PlaceRules): void {
  const ending = example.slice(example.lastIndexOf('.'));
  if (path.trim() === '') {
    const message = (option: string): string =>
      `${option} is empty. Give the path of a file, as in ${option} ${example}.`;
    throw new Refusal('place.unnamed', (nameOf) => message(nameOf(input)));
  }
  if (isRegister(path, register)) {
    const message = `${path} is the register, which would be lost. Give the ${noun} another name.`;
    throw new Refusal('place.is-register', (nameOf) => `${nameOf(input)} ${message}`);
  }
  if (!path.toLowerCase().endsWith(ending)) {
    throw new Refusal('place.ending', (nameOf) => `${nameOf(input)} ${path} does not end in ${ending}${cure}`);
  }
}
