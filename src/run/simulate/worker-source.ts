/**
 * The script of a thread, as text: it then needs no file, wherever the program is installed or bundled. The build puts the
 * bundled `worker.ts` here; run from the sources there is none, and the main thread works alone, to the same bytes.
 */
export const workerSource: string | undefined = undefined
