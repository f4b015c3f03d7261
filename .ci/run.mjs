import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the project's root with its output shown; the exit status. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** As `run`, but a failing command ends the process with its status. */
export function must(command, args) {
  const status = run(command, args);
  if (status !== 0) {
    console.error(`\nfailed: ${command} ${args.join(" ")}`);
    process.exit(status);
  }
}

/** What a command printed, or null where it failed. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}
