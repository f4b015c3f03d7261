import type { PoolOptions } from "@acumeta/core";

/** How effects are pooled, where only the mean and its interval are looked at. */
export type Pooling = Required<Pick<PoolOptions, "tau2" | "interval" | "level">>;
