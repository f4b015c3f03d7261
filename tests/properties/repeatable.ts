import fc from "fast-check";

/** In CI the same commit draws the same data sets; elsewhere every run draws new ones. */
if (process.env.CI) fc.configureGlobal({ seed: 20261125 });
