import { registry } from "../../registry/registry.js";
import { hartungKnapp } from "./hartungKnapp.js";
import { hartungKnappAdHoc } from "./hartungKnappAdHoc.js";
import { kenwardRoger } from "./kenwardRoger.js";
import { normal } from "./normal.js";
import { studentT } from "./studentT.js";

/** Confidence intervals for the pooled effect, by id. */
export const intervals = registry([normal, studentT, hartungKnapp, hartungKnappAdHoc, kenwardRoger]);

export type IntervalMethod = keyof typeof intervals;
