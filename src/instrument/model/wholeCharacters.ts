/**
 * Text without unpaired surrogates and noncharacters, which a workbook cannot hold. The pattern means the same with and
 * without the flag `u`, as programs read the pattern in a JSON Schema.
 */
export const wholeCharacters = /^(?:[^\ud800-\udfff\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff])*$/;

export const wholeCharactersRule = 'take out what is only half a character, such as \\ud83d, or write the whole one';
