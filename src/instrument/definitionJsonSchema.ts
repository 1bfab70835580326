import { z } from 'zod';
import { instrumentSchema } from './schema.ts';

/** Names the schema; nothing has to be there. */
const id = 'https://scorebook.example/definition.schema.json';

/** The JSON Schema (draft 2020-12) of definitions in files. What names what is checked by `check`, not by the schema. */
export function definitionJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, properties, ...rest } = z.toJSONSchema(instrumentSchema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema, path }) => {
      const name = path.at(-1);
      if (path.at(-2) === 'properties' && typeof name === 'string') jsonSchema.title ??= titleOf(name);
    },
  });
  return {
    $schema,
    $id: id,
    title: 'Scorebook instrument',
    description: 'A self-assessment that Scorebook makes into workbooks.',
    ...rest,
    properties: { $schema: { title: 'Schema', type: 'string' }, ...properties },
  };
}

/** `shortTitle` as `Short title`. */
function titleOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
