export interface ReadProgress {
  readonly file: string;
  /** Bytes (characters, of a string) read of this file. */
  readonly bytes: number;
  /** Rows read of this file. */
  readonly rows: number;
}

export interface ReadOptions {
  /** Called after every piece of a file. */
  readonly onProgress?: (progress: ReadProgress) => void;
}
