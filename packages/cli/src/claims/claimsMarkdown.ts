import type { CheckedClaim } from "@acumeta/claims";

/** Every claim as a row of a Markdown table. */
export function claimsMarkdown(claims: readonly CheckedClaim[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const rows = claims.map(({ id, claim, verdict, reason, needs }) => {
    const why = verdict === "not testable" ? `${reason} It would take ${needs}.` : reason;
    return `| ${[id, claim, `**${verdict}**`, why].map(cell).join(" | ")} |`;
  });
  return ["| | claim | verdict | why |", "|---|---|---|---|", ...rows].join("\n");
}
