import { z } from 'zod';
import { instrumentSchema } from './schema.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** An identifier for the schema; the address need not exist. */
const id = 'https://scorebook.example/definition.schema.json';

/** The JSON Schema (draft 2020-12) of definition files. References between parts are checked by `check` alone. */
export function definitionJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, properties, ...rest } = z.toJSONSchema(instrumentSchema, { target: 'draft-2020-12', io: 'input' });
  const titled = forEditors({ ...rest, properties: { $schema: { type: 'string' }, ...properties } });
  return {
    $schema,
    $id: id,
    title: 'Scorebook instrument',
    description: 'A self-assessment that Scorebook makes into workbooks.',
    ...(isObject(titled) ? titled : {}),
  };
}

/** Adds titles to properties, and drops `readOnly`, which concerns data in memory and not files. */
function forEditors(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (!isObject(schema)) return schema;
  const parts = Object.entries(schema).filter(([name, value]) => !(name === 'readOnly' && value === true));
  return Object.fromEntries(
    parts.map(([name, value]) => [
      name,
      name === 'properties' && isObject(value) ? withTitles(value) : forEditors(value),
    ]),
  );
}

const withTitles = (properties: JsonSchema): JsonSchema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const schema = forEditors(value);
      return [name, isObject(schema) ? { title: titleOf(name), ...schema } : schema];
    }),
  );

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `shortTitle` as `Short title`. */
function titleOf(name: string): string {
  const words = name.replace('$', '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
