/** The version of capgap, as package.json says it (a test holds the two together): part of every machine output. */
export const version = '0.1.0'
