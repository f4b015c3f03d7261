import type { Command } from "commander";

/** A command's name and summary are known at once; its options and action are loaded when it is asked for. */
export interface LazyCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(command: Command) => void>;
}

export const commands: readonly LazyCommand[] = [
  {
    name: "check",
    summary: "check the tables of a directory and list every problem",
    load: async () => (await import("./check.js")).check,
  },
  {
    name: "pool",
    summary: "answer a question by meta-analysis",
    load: async () => (await import("./pool.js")).poolCommand,
  },
  {
    name: "bias",
    summary: "whether small trials show other effects, and what corrected estimates say",
    load: async () => (await import("./bias.js")).biasCommand,
  },
  {
    name: "influence",
    summary: "how much an answer hangs on any one trial",
    load: async () => (await import("./influence.js")).influenceCommand,
  },
  {
    name: "network",
    summary: "all treatments in one model: effects, consistency, ranks",
    load: async () => (await import("./network.js")).networkCommand,
  },
  {
    name: "points",
    summary: "rank acupuncture points by popularity and by average effect",
    load: async () => (await import("./points.js")).points,
  },
  {
    name: "claims",
    summary: "what is claimed about acupuncture for back pain, and what the data say of it",
    load: async () => (await import("./claims.js")).claimsCommand,
  },
  {
    name: "reproduce",
    summary: "the whole analysis into one folder: report, figures, numbers",
    load: async () => (await import("./reproduce.js")).reproduce,
  },
];
