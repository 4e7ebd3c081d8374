/** The bytes of one dataset folder, before anything is known of what they hold. */
export interface DatasetFiles {
  readonly name: string
  /** The folder as problems name it: `data/dhsc-capital`, or below the folder the user named. */
  readonly shown: string
  /** The folder as rows name it, relative to its data folder: `dhsc-capital`. Never absolute. */
  readonly path: string
  readonly observations: Uint8Array | undefined
  readonly about: Uint8Array | undefined
}

/** The bytes of a folder of datasets. */
export interface FolderFiles {
  readonly shown: string
  readonly path: string
  /** By name. */
  readonly datasets: readonly DatasetFiles[]
  readonly sources: Uint8Array | undefined
}
