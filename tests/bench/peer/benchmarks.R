# Milliseconds of R's counterparts (median of repeats), written to <folder>/timings. usage: Rscript benchmarks.R <folder>
suppressMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
column <- function(name) scan(file.path(folder, name), quiet = TRUE)
milliseconds <- function(expression, repeats) {
  median(replicate(repeats, system.time(expression())[["elapsed"]])) * 1000
}

y <- column("bcg-y"); v <- column("bcg-v")
y40 <- column("forty-y"); v40 <- column("forty-v")
ys <- matrix(column("many-y"), nrow = 10); vs <- matrix(column("many-v"), nrow = 10)

# The vectorised moment estimator: the fastest way of doing many fits in R.
dl <- function() {
  w <- 1 / vs
  sw <- colSums(w)
  mu <- colSums(w * ys) / sw
  q <- colSums(w * (ys - rep(mu, each = 10))^2)
  tau2 <- pmax(0, (q - 9) / (sw - colSums(w^2) / sw))
  ws <- 1 / (vs + rep(tau2, each = 10))
  colSums(ws * ys) / colSums(ws)
}

y1000 <- column("thousand-y"); v1000 <- column("thousand-v")
# One resample of 1,000 is timed ten times: the others take as long.
bootstrap <- function() for (i in 1:10) {
  rows <- sample(13, replace = TRUE)
  try(rma(y[rows], v[rows], method = "REML"), silent = TRUE)
}
f13 <- rma(y, v, method = "REML", test = "knha")
f40 <- rma(y40, v40, method = "REML", test = "knha")
timings <- c(
  reml = milliseconds(function() for (i in 1:20) rma(y, v, method = "REML", test = "knha"), 5) / 20,
  dl = milliseconds(dl, 5),
  leaveOneOut = milliseconds(function() leave1out(f40), 5),
  reml1000 = milliseconds(function() rma(y1000, v1000, method = "REML", test = "knha"), 3),
  permutation = milliseconds(function() permutest(f13, exact = FALSE, iter = 100, progbar = FALSE), 3) * 81.92,
  bootstrap = milliseconds(bootstrap, 5) * 100,
  quantiles = milliseconds(function() for (i in 1:100) qt(0.5 + 1:1000 / 2002, 7), 5) / 100
)
writeLines(paste(names(timings), format(timings, digits = 6, trim = TRUE, scientific = FALSE)), file.path(folder, "timings"))
