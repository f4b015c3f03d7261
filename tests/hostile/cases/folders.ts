/** Files put into a folder with valid tables, or in place of some of them, and all that must be said. */
export interface FolderCase {
  readonly name: string;
  /** New name → the table whose text it holds. */
  readonly files: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
  readonly expected: readonly string[];
}

export const folderCases: readonly FolderCase[] = [
  { name: "files that are no tables", files: { "README.md": "arms", "datapackage.json": "arms" }, expected: [] },
  {
    name: "a misspelt table that is needed",
    files: { "trails.csv": "trials" },
    without: ["trials.csv"],
    expected: ["trials.csv:::MISSING_FILE:error", "trails.csv:::UNKNOWN_FILE:warning"],
  },
  {
    name: "a misspelt table that is not needed",
    files: { "outcome.csv": "outcomes" },
    without: ["outcomes.csv"],
    expected: ["outcome.csv:::UNKNOWN_FILE:warning"],
  },
  {
    name: "a table in capitals",
    files: { "Scales.CSV": "scales" },
    without: ["scales.csv"],
    expected: ["Scales.CSV:::UNKNOWN_FILE:warning"],
  },
  {
    name: "a table of another kind",
    files: { "contrasts.xlsx": "contrasts" },
    without: ["contrasts.csv"],
    expected: ["contrasts.xlsx:::UNKNOWN_FILE:warning"],
  },
  {
    name: "misspelt questions",
    files: { "question.json": "questions" },
    without: ["questions.json"],
    expected: ["question.json:::UNKNOWN_FILE:warning"],
  },
  {
    name: "a copy beside its table",
    files: { "outcomes (2).csv": "outcomes" },
    expected: ["outcomes (2).csv:::UNKNOWN_FILE:warning"],
  },
];
