import type { FittedStudy, PooledEffect, Subgroups } from "@acumeta/core";

/** A line of a forest plot with groups. */
export type SubgroupRow =
  | { readonly kind: "head"; readonly label: string }
  | { readonly kind: "study"; readonly study: FittedStudy }
  | { readonly kind: "group"; readonly fit: PooledEffect; readonly studies: readonly FittedStudy[] }
  | { readonly kind: "overall"; readonly fit: PooledEffect }
  | { readonly kind: "prediction"; readonly fit: PooledEffect };

/** The order in which the studies of a group stand. */
export type StudyOrder = (a: FittedStudy, b: FittedStudy) => number;

/** Each group's name, its studies with their weights in the whole, and its pooled effect; then the whole. */
export function subgroupRows({ groups, overall }: Subgroups, order: StudyOrder): readonly SubgroupRow[] {
  const left = [...overall.studies];
  const inTheWhole = ({ study, yi, vi }: FittedStudy): FittedStudy => {
    const place = left.findIndex((each) => each.study === study && each.yi === yi && each.vi === vi);
    return left.splice(place, 1)[0]!;
  };
  return [
    ...groups.flatMap(({ label, fit }): SubgroupRow[] => {
      const studies = fit.studies.map(inTheWhole).sort(order);
      return [
        { kind: "head", label },
        ...studies.map((study) => ({ kind: "study", study }) as const),
        { kind: "group", fit, studies },
      ];
    }),
    { kind: "overall", fit: overall },
    ...(overall.pi === null ? [] : [{ kind: "prediction", fit: overall } as const]),
  ];
}
