import { type TableFormatId, tableFormats } from "@acumeta/reporting";
import { Option } from "commander";
import { choice } from "./choice.js";

/** What commands print for a paper instead of their answer. */
export interface ReportingFlags {
  readonly methods?: boolean;
  readonly table?: TableFormatId;
}

export function methodsOption(): Option {
  return new Option(
    "--methods",
    "print how it was computed, for a paper's methods, and BibTeX of what that cites",
  ).conflicts(["json", "csv", "r"]);
}

export function tableOption(of: string): Option {
  return choice("--table <format>", `print ${of} for a paper`, tableFormats).conflicts(["json", "csv", "methods"]);
}
