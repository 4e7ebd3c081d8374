/** A file as an output may name it: as the user did, or by its name alone where that was a place on one machine. */
export function shownFile(file: string): string {
  return /^([/\\]|[a-z]:[/\\])/i.test(file) ? (file.split(/[/\\]/).at(-1) ?? file) : file
}
