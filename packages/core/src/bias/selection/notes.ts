/** Why a number of a selection model can't be had. */
export const notes = {
  noLikelihood: "The likelihood can't be computed from effects of such different precision.",
  held: "Held at this value.",
  emptyInterval: "No study has a p-value in this interval.",
  lowerBound: "At the lower bound, where no standard error exists.",
  searchBound: "The likelihood still rises at the bound of the search: these studies don't identify it.",
  singular: "The information matrix is not positive definite: these studies hardly identify the model.",
  notConverged: "The search did not settle.",
  openProfile: "The profile likelihood falls too little to give an upper limit.",
} as const;
