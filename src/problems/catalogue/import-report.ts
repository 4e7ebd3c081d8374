/** Sentences of the report on an import. */

export function imported(rows: number, datasets: number, files: readonly string[], folder: string): string {
  const into = `${datasets} ${datasets === 1 ? 'dataset' : 'datasets'} in ${folder}`
  return `${rows} ${rows === 1 ? 'row' : 'rows'} from ${files.join(' and ')}: ${into}`
}

export function writtenTitle(): string {
  return 'Written'
}

export function writtenSubtitle(folder: string): string {
  return `${folder}/<dataset>/observations.csv and about.yaml; ${folder}/sources.csv`
}

export function joinsBundled(): string {
  return 'bundled rows'
}

export function standsAlone(): string {
  return 'none'
}

export function alreadyThere(dataset: string, rows: number): string {
  return `${dataset}: ${rows} ${rows === 1 ? 'row was' : 'rows were'} in the folder already.`
}

export function howToUse(folder: string): string {
  return `Use it with --data ${folder}: a newer row is preferred, and "capgap explain" shows what it is preferred to.`
}

export function skippedTitle(): string {
  return 'Left out'
}

export function skippedSubtitle(): string {
  return 'What the file holds and no dataset takes, counted by reason'
}

/** Progress, on a terminal only. */
export function progress(file: string, percent: number): string {
  return `Reading ${file}: ${percent}%`
}
