import { type SelectionOptions, selectionPresets, weightFunctions } from "@acumeta/core";

/** A model of selection by p-value that can be asked for by id. */
export interface NamedSelection {
  readonly label: string;
  readonly options: Pick<SelectionOptions, "type" | "steps">;
}

/** Those with a name in the literature, and one for each weight function. */
export const selectionModels: Readonly<Record<string, NamedSelection>> = {
  ...selectionPresets,
  ...Object.fromEntries(
    Object.values(weightFunctions).map(({ id, label }) => [id, { label: `weight: ${label}`, options: { type: id } }]),
  ),
};
