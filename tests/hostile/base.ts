import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TableName, TrialSources } from "@acumeta/trials";
import Papa from "papaparse";

export type Texts = Readonly<Record<TableName | "questions", string>>;
export type Change = (sources: Partial<Texts>) => TrialSources;

/** Valid synthetic tables: invented numbers that stand for no trial. Every hostile case spoils a copy of them. */
export const base: Texts = {
  trials: `trial_id,citation,year,doi,pmid,condition,condition_group,n_randomised,sessions,points,source_url
t1,Synthetic 2000,2000,10.1000/synthetic,1234,back pain,low-back-pain,100,10-12,BL23;GV4,synthetic
t2,Synthetic 2001,2001,,,neck pain,neck-pain,,,,synthetic
`,
  arms: `trial_id,arm,kind,n_randomised,description
t1,real,acupuncture,50,invented
t1,sham,sham,50,invented
t2,real,acupuncture,,
t2,drug,active,,
`,
  armPoints: `trial_id,arm,points,basis,penetrating,source_url
t1,real,BL23;GV4,fixed,yes,synthetic
t1,sham,,,no,synthetic
`,
  outcomes: `trial_id,arm,outcome,scale,better,week,n,mean,sd,kind,se,ci_lower,ci_upper,events,total,trust,unpoolable,source_url
t1,real,pain,VAS-100,lower,8,50,30,20,endpoint,,,,,,high,,synthetic
t1,sham,pain,VAS-100,lower,8,50,40,20,endpoint,,,,,,high,,synthetic
t1,real,responders,relief,higher,8,,,,,,,,30,50,high,,synthetic
t1,sham,responders,relief,higher,8,,,,,,,,20,50,high,,synthetic
`,
  contrasts: `trial_id,comparator,arms_a,arms_b,outcome,scale,week,effect,measure,ci_lower,ci_upper,n_a,n_b,trust,source_url
t1,real vs sham,real,sham,pain,VAS-100,8,-10,MD,-18,-2,50,50,high,synthetic
`,
  scales: `scale,minimum,maximum,better,source_url
VAS-100,0,100,lower,synthetic
relief,,,higher,synthetic
`,
  questions: JSON.stringify([
    {
      id: "pain",
      label: "A synthetic question",
      conditions: ["low-back-pain"],
      treatment: ["acupuncture"],
      comparator: ["sham"],
      outcome: "pain",
      window: { from: 1, to: 12, target: 8 },
      measure: "SMD",
      prefer: ["endpoint"],
    },
  ]),
};

/** One cell, quoted where it must be; line 2 is the first row. */
export function cell(table: TableName, line: number, column: string, value: string): Change {
  return inText(table, (text) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
    data[line - 1]![data[0]!.indexOf(column)] = value;
    return Papa.unparse(data, { newline: "\n" });
  });
}

/** The text of one file, changed. */
export function inText(file: keyof Texts, change: (text: string) => string): Change {
  return (sources) => ({ ...sources, [file]: change(sources[file] ?? "") });
}

/** One file from `files/`, as bytes. */
export function fromFile(table: keyof Texts, name: string): Change {
  const bytes = readFileSync(fileURLToPath(new URL(`files/${name}`, import.meta.url)));
  return (sources) => ({ ...sources, [table]: ReadableStream.from([bytes]) });
}

/** No such file. */
export function without(file: keyof Texts): Change {
  return ({ [file]: _, ...others }) => others;
}

/** Several changes of text, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (sources) => changes.reduce<TrialSources>((changed, change) => change(changed as Partial<Texts>), sources);
}

/** The first question, changed; undefined removes a property. */
export function inQuestion(changes: Readonly<Record<string, unknown>>): Change {
  return inText("questions", (text) => JSON.stringify([{ ...JSON.parse(text)[0], ...changes }]));
}
