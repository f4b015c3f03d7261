import { shown } from "./shown.js";

/** What is wrong with members. */
export const membershipMessages = {
  noMemberColumns: ({ found }: { found: unknown }) => ({
    code: "NO_MEMBER_COLUMNS",
    where: { option: "members" },
    found: shown(found),
    allowed: 'the name of a column of the effects, "points", or several of them',
    mend: 'Give each effect a list of its members, { study, yi, vi, points: ["BL23", "GV3"] }, and name it: members: "points".',
  }),
  badMembers: ({ study, column, found }: { study: string; column: string; found: unknown }) => ({
    code: "BAD_MEMBERS",
    where: { study, column },
    found: shown(found),
    allowed: 'a list of names, each once, ["BL23", "GV3"], or finite amounts, { "BL23": 1, "GV3": 0.5 }',
    mend: "Give every effect its members; an empty list where it has none.",
  }),
  tooFewMembers: ({ column, names }: { column: string; names: readonly string[] }) => ({
    code: "TOO_FEW_MEMBERS",
    where: { column },
    found: names.length === 0 ? "no member at all" : `one member, ${JSON.stringify(names[0])}`,
    allowed: "two members or more",
    mend: "One member alone is a moderator: ask metaRegression for its effect.",
  }),
  badBootstrapOption: ({ option, found, allowed }: { option: string; found: unknown; allowed: string }) => ({
    code: "BAD_BOOTSTRAP_OPTION",
    where: { option },
    found: shown(found),
    allowed,
    mend: "Leave it out, or give it so.",
  }),
  membersNotTold: ({ column }: { column: string }) => ({
    code: "MEMBERS_NOT_TOLD",
    where: { column },
    found: "members that every effect has alike, or that the moderators tell already",
    allowed: "members that differ from effect to effect beyond the moderators",
    mend: "Leave out moderators, or members that all effects share.",
  }),
};

/** What a person should know of members. */
export const membershipWarningMessages = {
  membersAreEffects: ({ column }: { column: string }) => ({
    code: "MEMBERS_NOT_SEPARABLE",
    message: `Members of ${column} are shared by so few effects, or so alike by all, that their variance can't be told from that between effects, or from that of another term.`,
    studies: [],
  }),
};
