/** An arm "…-pooled" stands for other arms of its trial (carlsson-2001: manual, electro, acupuncture-pooled). */
export function isPooledArm({ arm }: { readonly arm?: string }): boolean {
  return arm?.endsWith("-pooled") ?? false;
}
