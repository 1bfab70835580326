import { z } from 'zod';
import type { DataPath } from './dataPath.ts';

/** The properties that a schema allows at a path. For a union, those of all its members. */
export function allowedKeysAt(schema: z.core.$ZodType, [step, ...rest]: DataPath): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) {
    return allowedKeysAt(schema.def.innerType, step === undefined ? [] : [step, ...rest]);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.def.options.flatMap((option) => allowedKeysAt(option, step === undefined ? [] : [step, ...rest]));
  }
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.def.shape);
    const inner = schema.def.shape[String(step)];
    return inner === undefined ? [] : allowedKeysAt(inner, rest);
  }
  if (step === undefined) return [];
  if (schema instanceof z.ZodArray) return allowedKeysAt(schema.def.element, rest);
  return schema instanceof z.ZodRecord ? allowedKeysAt(schema.def.valueType, rest) : [];
}
