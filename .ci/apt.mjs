import { ask, run } from "./run.mjs";

/** Installs Debian packages where apt and the right to use it are there; otherwise says plainly what is missing. */
export function aptInstall(packages, purpose) {
  const elevate = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const usable =
    ask("apt-get", ["--version"]) !== null && (elevate.length === 0 || ask("sudo", ["-n", "true"]) !== null);
  if (!usable) {
    console.error(
      `${purpose} is not installed, and apt-get is not usable here. Install it yourself: ${packages.join(", ")}.`,
    );
    return false;
  }
  console.log(`Installing ${packages.join(", ")} (${purpose}) with apt-get …`);
  const apt = (args) => {
    const [command, ...rest] = [...elevate, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", ...args];
    return run(command, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "inherit"],
    });
  };
  apt(["update"]);
  return apt(["install", "-y", "--no-install-recommends", ...packages]) === 0;
}
