import { kernelChannel } from "./kernelChannel.js";

/** One output in several forms, by media type; a front end shows the richest it knows. */
export interface Output {
  readonly data: { readonly "text/plain": string; readonly [mediaType: string]: unknown };
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Where an output goes: a new place below the cell, or one that later outputs replace. */
export interface Slot {
  readonly id: string;
  /** True to replace what the slot shows. */
  readonly update: boolean;
}

/** Shows an output below the running cell; outside a notebook prints its plain text. */
export function display({ data, metadata = {} }: Output, slot?: Slot): void {
  const channel = kernelChannel();
  if (channel === null) {
    console.log(data["text/plain"]);
    return;
  }
  const transient = slot === undefined ? {} : { display_id: slot.id };
  channel({ data, metadata, transient }, slot?.update ?? false);
}
