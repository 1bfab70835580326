/** The path to a part of data: keys of objects and indexes of lists, from the outside in. */
export type DataPath = readonly PropertyKey[];
