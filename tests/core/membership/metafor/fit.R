# Fits of metafor to the synthetic trials of syntheticTrials.ts, as metafor/fits.json holds them.
# usage: npx tsx --conditions=source tests/core/membership/metafor/write.ts <folder>; Rscript fit.R <folder>
suppressMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
files <- sort(list.files(folder, pattern = "[.]csv$", full.names = TRUE))
fits <- vapply(files, function(file) {
  data <- read.csv(file)
  Z <- as.matrix(data[, -(1:3)])
  data$trial <- data$points <- seq_len(nrow(data))
  R <- Z %*% t(Z)
  dimnames(R) <- list(data$points, data$points)
  fit <- rma.mv(yi, vi, mods = ~ x, random = list(~ 1 | trial, ~ 1 | points), R = list(points = R), Rscale = "none", data = data,
                control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-16, maxit = 5000))
  number <- function(values) paste(formatC(values, digits = 15, format = "g"), collapse = ", ")
  sprintf('  { "variances": [%s], "estimates": [%s], "se": [%s], "logLik": %s }',
          number(fit$sigma2), number(coef(fit)), number(fit$se), number(as.numeric(logLik(fit))))
}, "")
cat('{\n"metafor": "', as.character(packageVersion("metafor")), '",\n"fits": [\n', paste(fits, collapse = ",\n"), "\n]\n}\n", sep = "")
