const PROBLEMS = {
  altered: "it was cut short or altered on its way, or is not a link of this page",
  newer: "it was made by a newer version of this page",
  features: "it was made for models that know other features"
};

/** Why a link cannot be opened, in words that end a sentence. */
export class LinkProblem extends Error {
  override readonly name = "LinkProblem";

  /** @param problem one of the known ones, or what is wrong in the link's own words */
  constructor(problem: keyof typeof PROBLEMS | {readonly wild: string}) {
    super(typeof problem === "string" ? PROBLEMS[problem] : `its ${problem.wild} is none that this page can show`);
  }
}
