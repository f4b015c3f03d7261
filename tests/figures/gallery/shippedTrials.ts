import { fileURLToPath } from "node:url";
import { prescriptionsOf } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";

/** The shipped tables of trials. */
export const trials = await readTrials(fileURLToPath(new URL("../../../datasets/pain-trials", import.meta.url)));

/** Their prescriptions. */
export const { prescriptions } = prescriptionsOf(trials);
