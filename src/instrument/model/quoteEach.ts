/** Puts values in quotation marks, for a list of them: a value may itself contain a comma or a semicolon. */
export const quoteEach = (values: readonly string[]): readonly string[] => values.map((value) => `"${value}"`);
