/** The formats of answers that are no report of tables alone; the first is the usual one. */

/** A graph is a picture, or its boxes and arrows as JSON. */
export const graphFormats = ['mermaid', 'dot', 'json'] as const

/** A log is a document first. */
export const logFormats = ['markdown', 'table', 'csv', 'json', 'ndjson'] as const
