# Milliseconds of R's counterparts (median of repeats), written to <folder>/timings. usage: Rscript benchmarks.R <folder>
suppressMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
column <- function(name) scan(file.path(folder, name), quiet = TRUE)
milliseconds <- function(expression, repeats) {
  median(replicate(repeats, system.time(expression())[["elapsed"]])) * 1000
}

y <- column("bcg-y"); v <- column("bcg-v")
y40 <- column("forty-y"); v40 <- column("forty-v")
y1000 <- column("thousand-y"); v1000 <- column("thousand-v")
ys <- matrix(column("many-y"), nrow = 10); vs <- matrix(column("many-v"), nrow = 10)

# What one call of pool gives: the fit, the prediction interval and the Q-profile intervals of τ², I² and H².
pooled <- function(y, v) {
  fit <- rma(y, v, method = "REML", test = "knha")
  predict(fit)
  confint(fit)
}

# The moment estimator for all columns at once, with what poolMany gives: the fastest way of doing many fits in R.
dlByColumns <- function() {
  w <- 1 / vs
  sw <- colSums(w)
  mu <- colSums(w * ys) / sw
  q <- colSums(w * (ys - rep(mu, each = 10))^2)
  c <- sw - colSums(w^2) / sw
  tau2 <- pmax(0, (q - 9) / c)
  i2 <- 100 * tau2 / (tau2 + 9 / c)
  ws <- 1 / (vs + rep(tau2, each = 10))
  estimate <- colSums(ws * ys) / colSums(ws)
  se <- sqrt(1 / colSums(ws))
  half <- qnorm(0.975) * se
  list(estimate, se, estimate - half, estimate + half, tau2, q, i2)
}

# A hundred of the 100,000 fits, and ten of the 1,000 resamples, are timed: the others take as long.
dl <- function() for (g in 1:100) rma(ys[, g], vs[, g], method = "DL")
bootstrap <- function() for (i in 1:10) {
  rows <- sample(13, replace = TRUE)
  try(rma(y[rows], v[rows], method = "REML"), silent = TRUE)
}

# Three levels; `sparse` is the faster way, its matrices being mostly zeros. Five thousand effects are fitted once.
nested <- function(k) data.frame(
  y = column(paste0("nested", k, "-y")), v = column(paste0("nested", k, "-v")),
  study = column(paste0("nested", k, "-study")), effect = seq_len(k)
)
nested1000 <- nested(1000)
nested5000 <- nested(5000)
threeLevels <- function(data) rma.mv(y, v, random = ~ 1 | study / effect, data = data, sparse = TRUE)
moderatedY <- column("moderated-y"); moderatedV <- column("moderated-v")
moderators <- matrix(column("moderated-x"), ncol = 10)

# A network of trials with two arms is a meta-regression on which treatments they compare; the league table is its predictions.
network <- function(n) {
  name <- function(part) paste0("network", n, "-", part)
  treat1 <- column(name("treat1")); treat2 <- column(name("treat2"))
  X <- outer(treat1, 2:n, "==") - outer(treat2, 2:n, "==")
  pairs <- t(combn(n, 2))
  league <- outer(pairs[, 1], 2:n, "==") - outer(pairs[, 2], 2:n, "==")
  list(y = column(name("y")), v = column(name("v")), X = X + 0, league = league + 0)
}
fitNetwork <- function(data) {
  fit <- rma(data$y, data$v, mods = data$X, intercept = FALSE, method = "REML", test = "knha")
  predict(fit, newmods = data$league)
}
network10 <- network(10)
network50 <- network(50)

f13 <- rma(y, v, method = "REML", test = "knha")
z13 <- rma(y, v, method = "REML")
f40 <- rma(y40, v40, method = "REML", test = "knha")
z40 <- rma(y40, v40, method = "REML")
timings <- c(
  reml = milliseconds(function() for (i in 1:20) pooled(y, v), 5) / 20,
  remlAlone = milliseconds(function() for (i in 1:20) rma(y, v, method = "REML"), 5) / 20,
  dl = milliseconds(dl, 5) * 1000,
  dlByColumns = milliseconds(dlByColumns, 5),
  leaveOneOut = milliseconds(function() leave1out(f40), 5),
  influence = milliseconds(function() influence(z40), 5),
  # Random subsets are as large on average as all of them.
  gosh = milliseconds(function() gosh(z13, subsets = 500, progbar = FALSE), 3) / 500 * 8178,
  reml1000 = milliseconds(function() pooled(y1000, v1000), 3),
  permutation = milliseconds(function() permutest(f13, exact = FALSE, iter = 100, progbar = FALSE), 3) * 81.92,
  bootstrap = milliseconds(bootstrap, 5) * 100,
  regression = milliseconds(function() rma(moderatedY, moderatedV, mods = moderators, method = "REML", test = "knha"), 3),
  threeLevel1000 = milliseconds(function() threeLevels(nested1000), 3),
  threeLevel5000 = milliseconds(function() threeLevels(nested5000), 1),
  network10 = milliseconds(function() fitNetwork(network10), 5),
  network50 = milliseconds(function() fitNetwork(network50), 5),
  quantiles = milliseconds(function() for (i in 1:100) qt(0.5 + 1:1000 / 2002, 7), 5) / 100
)
# metafor leaves CR2 to the package clubSandwich.
if (requireNamespace("clubSandwich", quietly = TRUE)) {
  fit1000 <- threeLevels(nested1000)
  timings["clusterRobust"] <- milliseconds(function() robust(fit1000, cluster = nested1000$study, clubSandwich = TRUE), 3)
}
writeLines(paste(names(timings), format(timings, digits = 6, trim = TRUE, scientific = FALSE)), file.path(folder, "timings"))
