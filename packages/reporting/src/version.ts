/** Of this package and of those it reports of, which are published together. */
export const version = "0.1.0";
