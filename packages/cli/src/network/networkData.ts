import type { ComponentOptions, GoodEnd, NetworkEffect } from "@acumeta/core";
import type { NotUsed } from "@acumeta/trials";

/** What a network is made from, and what is known of it besides. */
export interface NetworkData {
  readonly title: string;
  readonly effects: readonly NetworkEffect[];
  /** How effects were made of arms, each with the trials it holds for. */
  readonly rules: readonly EffectRule[];
  /** Trials of a folder that give no comparison, with the reason. */
  readonly notUsed: readonly NotUsed[];
  /** How treatments are made of components, where that is asked. */
  readonly components?: ComponentOptions;
  /** Which end is good, where that is known. */
  readonly better?: GoodEnd;
}

export interface EffectRule {
  readonly rule: string;
  readonly studies: readonly string[];
}
