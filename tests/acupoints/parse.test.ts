import { findPoint, parsePoint, parsePoints, points } from "@acumeta/acupoints";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("a point is read however it is written", () => {
  test.each([
    ["BL23", "BL23"],
    ["UB23", "BL23"],
    ["Bl 23", "BL23"],
    ["B-23", "BL23"],
    ["B–23", "BL23"],
    ["V23", "BL23"],
    ["bl.23", "BL23"],
    ["BL023", "BL23"],
    ["ＢＬ２３", "BL23"],
    ["Shenshu", "BL23"],
    ["shèn shū", "BL23"],
    ["腎俞", "BL23"],
    ["Du3", "GV3"],
    ["GV 3", "GV3"],
    ["VG4", "GV4"],
    ["REN4", "CV4"],
    ["LV3", "LR3"],
    ["Liv 3", "LR3"],
    ["SJ5", "TE5"],
    ["TW5", "TE5"],
    ["P6", "PC6"],
    ["K3", "KI3"],
    ["zusanli", "ST36"],
    ["EX-UE7", "EX-UE7"],
    ["EX UE 7", "EX-UE7"],
    ["Yaotongdian", "EX-UE7"],
    ["Huatuojiaji", "EX-B2"],
    ["a-shi", "ASHI"],
    ["Renzhong", "GV26"],
  ])("%s is %s", (text, code) => {
    expect(parsePoint(text).point?.code).toBe(code);
  });

  test.each([
    ["BL230", "BL23"],
    ["GV33", "GV3"],
    ["BL68", "BL6"],
    ["Shenshuu", "BL23"],
    ["EX-UE77", "EX-UE7"],
  ])("%s is unknown; %s is suggested", (text, code) => {
    const { point, problem } = parsePoint(text);
    expect(point).toBeNull();
    expect(problem).toMatchObject({ code: "UNKNOWN_POINT", found: text });
    expect(problem?.suggestions).toContain(code);
  });

  test("a name that two points share is ambiguous, and both are named", () => {
    expect(parsePoint("Zhongdu").problem).toEqual({
      code: "AMBIGUOUS_NAME",
      found: "Zhongdu",
      suggestions: ["GB32", "LR6"],
    });
  });

  test("every code and every name with its own characters finds its point", () => {
    for (const { code } of points) expect(findPoint(code)?.code).toBe(code);
    const shared = points.filter(({ name }) => parsePoint(name).problem !== null).map(({ name }) => name);
    expect([...new Set(shared)].sort()).toEqual(["Futu", "Juliao", "Wangu", "Yinjiao", "Zhongdu", "Zhongzhu"]);
  });
});

describe("lists", () => {
  test.each<[string, readonly string[]]>([
    ["BL23; GV4", ["BL23", "GV4"]],
    ["UB23,Du4 / Ki3", ["BL23", "GV4", "KI3"]],
    ["BL31-34", ["BL31", "BL32", "BL33", "BL34"]],
    ["BL23 to BL25", ["BL23", "BL24", "BL25"]],
    ["Du3–Du5", ["GV3", "GV4", "GV5"]],
    ["EX-UE7+SI3", ["EX-UE7", "SI3"]],
    ["", []],
    [" ; ", []],
  ])("%j", (list, codes) => {
    expect(parsePoints(list)).toEqual({ codes, repeated: [], problems: [] });
  });

  test("a range that leaves its channel is a problem, not a guess", () => {
    const { codes, problems } = parsePoints("BL66-70; BL25-23; BL23-GV4");
    expect(codes).toEqual([]);
    expect(problems.map(({ found }) => found)).toEqual(["BL66-70", "BL25-23", "BL23-GV4"]);
  });

  test("whatever the text, reading it never throws and returns only known codes", () => {
    const known = new Set(points.map(({ code }) => code));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
        const { codes, problems } = parsePoints(text);
        expect(codes.every((code) => known.has(code))).toBe(true);
        expect(problems.every(({ suggestions }) => suggestions.every((code) => known.has(code)))).toBe(true);
      }),
    );
  });
});
