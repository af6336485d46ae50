/** A denial and the words that may stand between it and what it denies; "not only" and "not just" deny nothing. */
const DENIAL =
  /(?:\b(?:not|never|cannot|fail(?:s|ed|ing)? to|unable to)|n't)(?! (?:only|just|merely|simply)\b)(?: (?:yet|ever|even|always|in general|able to|seem to|be|been|being|have|made|the|an?|its|very|necessarily|currently|\w+ly))* $/i;
/** Things of which there are none, as far as the end of what is said. */
const NONE =
  /\b(?:no|neither|none of)(?: [\w-]+){0,3} (?:codes?|data|data-?sets?|models?|implementations?|software|weights|checkpoints?|corpus|corpora|benchmarks?)\b[^,;]*$/i;
/** Whose things are not the paper's own. */
const OF_OTHERS =
  /\b(?:of|from|by) (?:the |all |these |those )?(?:[\w-]+ )?(?:baselines?|competitors?|competing|original|prior|previous|existing)\b|^\W*(?:released|published|introduced|proposed|developed) (?:in|by)\b/i;
/** No clause that is looked back over is longer. */
const LOOK_BACK = 80;

/** Whether the words just in front of a place deny what stands there. */
export function isDenied(text: string, at: number): boolean {
  return DENIAL.test(text.slice(Math.max(0, at - LOOK_BACK), at));
}

/** Whether what is said to be given is nothing, or the work of others. */
export function isNotTheirs(subject: string): boolean {
  return NONE.test(subject) || OF_OTHERS.test(subject);
}
