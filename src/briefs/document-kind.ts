/** What a document is written in: its paragraphs and its blocks of code end in different ways. */
export type DocumentKind = 'markdown' | 'html'
