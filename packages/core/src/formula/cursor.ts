import { type Fault, refuse } from "./refuse.js";
import { type Token, tokensOf } from "./tokens.js";

/** Reads a formula piece by piece. */
export interface Cursor {
  readonly text: string;
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Whether the next piece is this sign. */
  readonly isNext: (sign: string) => boolean;
  /** Whether the next piece is this sign; takes it if so. */
  readonly take: (sign: string) => boolean;
  /** Takes this sign or refuses the formula. */
  readonly expect: (sign: string, mend: string) => void;
  /** Refuses the formula at a piece, the next one unless given. */
  readonly refuse: (fault: Partial<Fault> & Pick<Fault, "allowed" | "mend">, token?: Token) => never;
}

export function cursorOf(text: string): Cursor {
  const tokens = tokensOf(text);
  let place = 0;
  const peek = () => tokens[place]!;
  const next = () => {
    const token = peek();
    if (token.kind !== "end") place += 1;
    return token;
  };
  const isNext = (sign: string) => peek().kind === "sign" && peek().text === sign;
  const take = (sign: string) => {
    if (!isNext(sign)) return false;
    place += 1;
    return true;
  };
  const refuseAt: Cursor["refuse"] = (fault, token = peek()) =>
    refuse(text, token.at, { found: shown(token), ...fault });
  const expect = (sign: string, mend: string) => {
    if (!take(sign)) refuseAt({ allowed: JSON.stringify(sign), mend });
  };
  return { text, peek, next, isNext, take, expect, refuse: refuseAt };
}

function shown({ kind, text }: Token): string {
  return kind === "end" ? "nothing more" : JSON.stringify(text);
}
