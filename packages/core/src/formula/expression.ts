import type { MathNode } from "mathjs";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";

/** An expression that has been read and found harmless. */
export interface CompiledExpression {
  /** The moderators it uses. */
  readonly names: readonly string[];
  readonly evaluate: (scope: Map<string, number | boolean>) => unknown;
}

/** Functions of expressions. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  "abs ceil cbrt cos exp expm1 floor log log10 log1p log2 max min pow round sign sin sqrt tan".split(" "),
);
const CONSTANTS: ReadonlySet<string> = new Set(["pi", "e", "true", "false"]);
const NODES: ReadonlySet<string> = new Set([
  "ConditionalNode",
  "ConstantNode",
  "FunctionNode",
  "OperatorNode",
  "ParenthesisNode",
  "RelationalNode",
  "SymbolNode",
]);
const OPERATORS: ReadonlySet<string> = new Set(
  "add subtract multiply divide pow unaryMinus unaryPlus mod larger largerEq smaller smallerEq equal unequal and or not".split(
    " ",
  ),
);

/** Reads an expression with mathjs, which is loaded at the first call, and refuses (`BAD_EXPRESSION`) all but arithmetic. */
export async function compileExpression(text: string): Promise<CompiledExpression> {
  if (typeof text !== "string") throw metaError(messages.badExpression({ text: String(text), found: typeof text }));
  const { parse } = await import("mathjs/number");
  const node = parsed(text, parse);
  const names = new Set<string>();
  node.traverse((each, path, parent) => {
    refuseUnlessArithmetic(each, text);
    if (isSymbol(each) && !(parent !== null && parent?.type === "FunctionNode" && path === "fn")) {
      if (!CONSTANTS.has(each.name)) names.add(each.name);
    }
  });
  const { evaluate } = node.compile();
  return {
    names: [...names],
    evaluate: (scope) => {
      try {
        return evaluate(scope);
      } catch (error) {
        throw metaError(messages.badExpression({ text, found: String(error) }));
      }
    },
  };
}

function parsed(text: string, parse: (text: string) => MathNode): MathNode {
  try {
    return parse(text);
  } catch (error) {
    const at = error instanceof Error && "char" in error ? Number(error.char) - 1 : null;
    throw metaError(
      messages.badExpression({ text, found: error instanceof Error ? error.message : String(error), at }),
    );
  }
}

function isSymbol(node: MathNode): node is MathNode & { readonly name: string } {
  return node.type === "SymbolNode";
}

function refuseUnlessArithmetic(node: MathNode, text: string): void {
  const found = node.toString();
  if (!NODES.has(node.type)) throw metaError(messages.badExpression({ text, found }));
  if (node.type === "ConstantNode" && !("value" in node && ["number", "boolean"].includes(typeof node.value)))
    throw metaError(messages.badExpression({ text, found }));
  if (node.type === "OperatorNode" && !("fn" in node && OPERATORS.has(String(node.fn)) && !isImplied(node)))
    throw metaError(messages.badExpression({ text, found }));
  if (node.type === "FunctionNode" && !("fn" in node && isFunctionName(node.fn)))
    throw metaError(messages.badExpression({ text, found }));
}

/** "2 weeks": a product that nobody wrote may be a sign that nobody saw missing. */
function isImplied(node: MathNode): boolean {
  return "implicit" in node && node.implicit === true;
}

function isFunctionName(fn: unknown): boolean {
  return typeof fn === "object" && fn !== null && "name" in fn && typeof fn.name === "string" && FUNCTIONS.has(fn.name);
}
