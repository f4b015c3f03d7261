# Writes likelihood.json: REML and ML of the networks among the golden cases with all sampling covariances, by metafor's rma.mv.
# usage: Rscript likelihood.R
suppressMessages(library(metafor))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
file <- gzfile(file.path(here, "../../../golden/cases/g-netmeta.json.gz"))
lines <- readLines(file, encoding = "UTF-8")
close(file)
lines <- grep('"id":"nma/[^"]*/DL"', lines, value = TRUE)

column <- function(line, name, what) {
  text <- sub(sprintf('.*"%s":\\[([^]]*)\\].*', name), "\\1", line)
  scan(text = text, what = what, sep = ",", quote = '"', quiet = TRUE)
}

# Comparisons of each trial against its first arm, with the covariances that the variances of all of them imply.
arrange <- function(d) {
  parts <- lapply(split(d, factor(d$study, unique(d$study))), function(g) {
    arms <- unique(c(rbind(g$t1, g$t2)))
    effect <- function(a, b) {
      same <- g$t1 == a & g$t2 == b
      if (any(same)) g$TE[same] else -g$TE[g$t1 == b & g$t2 == a]
    }
    variance <- function(a, b) if (a == b) 0 else g$se[(g$t1 == a & g$t2 == b) | (g$t1 == b & g$t2 == a)]^2
    others <- arms[-1]
    S <- sapply(others, function(a) sapply(others, function(b)
      (variance(arms[1], a) + variance(arms[1], b) - variance(a, b)) / 2))
    list(y = sapply(others, effect, b = arms[1]), S = as.matrix(S), to = others, from = rep(arms[1], length(others)))
  })
  to <- unlist(lapply(parts, `[[`, "to")); from <- unlist(lapply(parts, `[[`, "from"))
  treatments <- sort(unique(c(to, from)), method = "radix")
  X <- t(mapply(function(a, b) (treatments == a) - (treatments == b), to, from))[, -1, drop = FALSE]
  trial <- rep(seq_along(parts), lengths(lapply(parts, `[[`, "y")))
  U <- bldiag(lapply(parts, function(p) (diag(length(p$y)) + 1) / 2))
  list(y = unlist(lapply(parts, `[[`, "y")), V = bldiag(lapply(parts, `[[`, "S")), U = U, X = unname(X), trial = trial,
       row = sequence(table(trial)), treatments = treatments)
}

fit <- function(a, method, tau2) {
  data <- data.frame(trial = a$trial, row = factor(a$row))
  if (max(a$row) == 1)
    rma.mv(a$y, a$V, mods = a$X, intercept = FALSE, random = ~ 1 | trial, data = data, method = method, sigma2 = tau2)
  else
    rma.mv(a$y, a$V, mods = a$X, intercept = FALSE, random = ~ row | trial, struct = "CS", data = data, method = method,
           tau2 = tau2, rho = 0.5)
}

# Where the slope of rma.mv's log-likelihood, by differences of fourth order, is 0; 0 where it falls from there on.
estimate <- function(a, method) {
  ll <- function(tau2) as.numeric(logLik(fit(a, method, tau2)))
  slope <- function(tau2, h) (ll(tau2 - 2 * h) - 8 * ll(tau2 - h) + 8 * ll(tau2 + h) - ll(tau2 + 2 * h)) / (12 * h)
  grid <- c(0, 10^seq(-6, 2, length.out = 81))
  best <- which.max(sapply(grid, ll))
  if (best == 1) return(0)
  uniroot(function(tau2) slope(tau2, tau2 / 200), grid[best + c(-1, 1)] + c(if (best == 2) 1e-9 else 0, 0), tol = 1e-13)$root
}

number <- function(x) paste0("[", paste(formatC(x, digits = 15, format = "g", width = 1), collapse = ","), "]")
cases <- unlist(lapply(lines, function(line) {
  name <- sub('.*"id":"nma/([^"]*)/DL".*', "\\1", line)
  a <- arrange(data.frame(study = column(line, "studlab", ""), t1 = column(line, "treat1", ""), t2 = column(line, "treat2", ""),
                          TE = column(line, "TE", 0), se = column(line, "seTE", 0)))
  sapply(c("REML", "ML"), function(method) {
    tau2 <- estimate(a, method)
    f <- fit(a, method, tau2)
    # rma.mv adds log|X'X|/2 to the restricted likelihood; log|X'U^-1 X|/2 does not depend on which arm is first.
    constant <- if (method == "REML") (determinant(crossprod(a$X, solve(a$U, a$X)))$modulus - determinant(crossprod(a$X))$modulus) / 2 else 0
    sprintf('{"name":"%s","method":"%s","reference":"%s","tau2":%s,"estimate":%s,"se":%s,"logLik":%s}', name, method,
            a$treatments[1], number(tau2), number(c(f$beta)), number(f$se), number(as.numeric(logLik(f)) + constant))
  })
}))
cases <- gsub('"(tau2|logLik)":\\[([^]]*)\\]', '"\\1":\\2', cases)
writeLines(c("[", paste0(cases, c(rep(",", length(cases) - 1), "")), "]"), file.path(here, "likelihood.json"))
