import { describeDiagnosis } from "@acumeta/core";

const FOUND: Readonly<Record<string, string>> = {
  EISDIR: "a folder of that name",
  ENOTDIR: "a file where a folder should be",
  EEXIST: "a file where a folder should be",
  ENOENT: "no such file or folder",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "a disk that can't be written to",
  ENOSPC: "no room on the disk",
};

/** An error of the file system, as Node gives it. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

/** What is in the way of reading or writing, and where. */
export function describeSystemError({ code = "UNKNOWN", path, message }: NodeJS.ErrnoException): string {
  return describeDiagnosis({
    code,
    where: path === undefined ? {} : { file: path },
    found: FOUND[code] ?? message,
    allowed: "a file that can be read, or a place that can be written to",
    mend: "Choose another path, or ask for permission.",
  });
}
